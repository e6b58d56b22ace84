use tremplin_engine::dataset::{compile, open};
use tremplin_engine::source::Source;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let sources: Vec<Source> = args
        .iter()
        .filter(|a| !a.starts_with("--"))
        .map(|p| Source {
            name: p.rsplit('/').next().unwrap().to_owned(),
            bytes: std::fs::read(p).unwrap(),
        })
        .collect();
    let (d, _) = compile(&sources);
    for o in &d.offers {
        let v = open(o);
        println!(
            "=== {} {}\nT {} [{}]\nO {} [{}]\nM {}\nC {}",
            v["file"],
            v["start_line"],
            v["title"],
            v["evidence"]["title"]["rule"],
            v["organisation"],
            v["evidence"]["organisation"]["rule"],
            v["apply_emails"],
            v["contacts"]
        );
        if args.iter().any(|a| a == "--text") {
            println!("{}", o.text);
        }
    }
}
