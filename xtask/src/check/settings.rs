//! Whether `tremplin.toml` can be read, and what it names is there.

use super::Finding;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use tremplin_engine::settings::Settings;

/// The settings of the project in `root`, or all that is wrong with them.
pub(super) fn read(root: &Path) -> Result<Settings, Vec<Finding>> {
    let settings = match fs::read_to_string(root.join("tremplin.toml")) {
        Ok(text) => {
            Settings::read(&text).map_err(|wrong| vec![Finding::error(wrong.to_string())])?
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Settings::default(),
        Err(error) => {
            let told = format!("tremplin.toml : lecture impossible : {error}");
            return Err(vec![Finding::error(told)]);
        }
    };
    let lost = settings.logos.iter().filter(|(_, path)| !root.join(path).is_file());
    let lost: Vec<Finding> = lost
        .map(|(name, path)| {
            Finding::error(format!("[logos] « {name} » : l'image {path} n'est pas dans le projet"))
        })
        .collect();
    if lost.is_empty() { Ok(settings) } else { Err(lost) }
}

#[cfg(test)]
mod tests {
    use super::read;
    use std::fs;
    use tremplin_engine::settings::Settings;

    #[test]
    fn what_is_wrong_is_told() -> anyhow::Result<()> {
        let root = tempfile::tempdir()?;
        assert_eq!(read(root.path()).ok(), Some(Settings::default()));
        let told = |text: &str| -> anyhow::Result<String> {
            fs::write(root.path().join("tremplin.toml"), text)?;
            let wrong = read(root.path()).err().unwrap_or_default();
            Ok(wrong.into_iter().map(|finding| finding.text).collect())
        };
        assert!(told("[site]\nnon = \"x\"\n")?.contains("ligne 2"));
        assert!(
            told("[logos]\n\"Le Verger\" = \"logos/v.svg\"\n")?.contains("logos/v.svg n'est pas")
        );
        fs::create_dir(root.path().join("logos"))?;
        fs::write(root.path().join("logos/v.svg"), "<svg/>")?;
        assert_eq!(told("[logos]\n\"Le Verger\" = \"logos/v.svg\"\n")?, "");
        Ok(())
    }
}
