//! The widget as a whole: typed in, clicked through, unmounted.

use crate::dom::{Drawn, words};
use crate::page::{Mounted, few, offer};
use tremplin_engine::offer::Contract;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn words_and_facets_narrow_the_list() {
    let page = Mounted::over(few()).await;
    page.comes(|page| page.texts("#count"), words(&["3 offres"])).await;
    assert_eq!(page.one("#count").local_name(), "h3");
    page.comes(|page| page.found.get(), 3).await;

    page.type_words("accueil").await;
    page.comes(|page| page.texts(".card .title"), words(&["Chargé·e d’accueil"])).await;
    page.comes(|page| page.texts(".card .title mark"), words(&["accueil"])).await;
    page.comes(|page| page.texts("#count"), words(&["1 offre"])).await;
    page.comes(|page| page.found.get(), 1).await;

    page.click(".wipe button").await;
    page.comes(Mounted::focused, "field".to_owned()).await;
    page.click(".values.contrat label input").await;
    page.comes(|page| page.texts(".card .title").len(), 2).await;
    page.comes(|page| page.texts(".chip"), words(&["Stage"])).await;

    page.type_words("introuvable").await;
    page.comes(|page| page.texts("#count"), words(&["0 offre"])).await;
    page.comes(|page| page.texts("[role=status]"), words(&["Aucune offre"])).await;
    let ways = ["2 offres sans « introuvable »", "Retirer les filtres", "Effacer les mots"];
    page.comes(|page| page.texts(".ways button"), words(&ways)).await;
    page.click(".ways button").await;
    page.comes(|page| page.texts(".card .title").len(), 2).await;
    page.comes(|page| page.texts(".chip"), words(&["Stage"])).await;
    page.comes(Mounted::focused, "count".to_owned()).await;
}

#[wasm_bindgen_test]
async fn the_field_keeps_its_words_while_the_list_grows() {
    let page = Mounted::over(few()).await;
    for words in ["a", "ai", "aid", "ai", "a", ""] {
        page.type_words(words).await;
        assert_eq!(page.value("#field"), words);
    }
    page.comes(|page| page.texts(".card .title").len(), 3).await;
}

#[wasm_bindgen_test]
async fn a_field_tells_of_its_suggestions() {
    let page = Mounted::over(few()).await;
    let told = |page: &Mounted| page.one("#field").get_attribute("aria-expanded");
    assert_eq!(told(&page).as_deref(), Some("false"));
    page.type_words("acc").await;
    page.comes(told, Some("true".to_owned())).await;
    let list = page.one("#field").get_attribute("aria-controls").unwrap();
    assert_eq!(page.one(&format!("#{list}")).get_attribute("role").as_deref(), Some("listbox"));
    page.comes(
        |page| page.texts("[role=option] .name").concat(),
        "accueilChargé·e d’accueil".into(),
    )
    .await;
    page.click("#field-0").await;
    page.comes(told, Some("false".to_owned())).await;
    assert_eq!(page.value("#field"), "accueil");
}

#[wasm_bindgen_test]
async fn every_filter_has_its_box_or_its_field() {
    let page = Mounted::over(few()).await;
    let legends = [
        "Contrat",
        "Candidatures",
        "Lieu",
        "Télétravail",
        "Durée",
        "Début",
        "Rémunération",
        "Structure",
    ];
    page.comes(|page| page.texts(".filters legend"), words(&legends)).await;
    page.comes(|page| page.texts(".structure .value"), words(&["Les Bateaux verts3 offres"])).await;
    page.comes(
        |page| page.texts(".remuneration .hint"),
        words(&["0 offre sur 3 indique un montant"]),
    )
    .await;
    page.fill("[name=duree-min]", "change", "6").await;
    page.comes(|page| page.texts(".chip"), words(&["≥ 6 mois"])).await;
    page.click("#unfold").await;
    page.comes(|page| page.all("dialog[open] legend").len(), legends.len()).await;
    page.click(".fold").await;
    page.comes(|page| page.all("dialog").len(), 0).await;
}

#[wasm_bindgen_test]
async fn an_offer_opens_and_closes() {
    let page = Mounted::over(few()).await;
    page.click("#card-offre-1").await;
    page.comes(Mounted::focused, "offer".to_owned()).await;
    page.comes(|page| page.texts("#offer"), words(&["Chargé·e d’accueil"])).await;
    page.comes(|page| page.texts(".prose h4"), words(&["Missions"])).await;
    page.comes(|page| page.texts(".prose li li"), words(&["les amarres"])).await;
    assert_eq!(
        page.texts(".prose ol > li"),
        ["<b>écrire</b> à www.bateaux.example"],
        "text, not HTML"
    );
    let links: Vec<String> =
        page.all(".offer a").iter().filter_map(|link| link.get_attribute("href")).collect();
    assert!(links.contains(&"https://www.bateaux.example".to_owned()), "{links:?}");
    assert!(
        links
            .iter()
            .any(|href| href.starts_with("mailto:quai@bateaux.example?subject=Candidature"))
    );
    assert!(!links.iter().any(|href| href.starts_with("javascript")), "{links:?}");

    page.click(".back").await;
    page.comes(|page| page.all(".offer").len(), 0).await;
    page.comes(Mounted::focused, "card-offre-1".to_owned()).await;
}

#[wasm_bindgen_test]
async fn offers_are_kept_and_compared() {
    let page = Mounted::over(few()).await;
    assert_eq!(page.all(".mine").len(), 0);
    for rank in 0..2 {
        page.all(".card .star")[rank].click();
        page.settle().await;
    }
    page.comes(|page| page.texts(".mine"), words(&["Mes offres 2"])).await;
    page.click(".mine").await;
    page.comes(|page| page.texts(".card .title").len(), 2).await;
    page.comes(Mounted::focused, "count".to_owned()).await;
    page.click(".pick").await;
    page.click(".shelf .tools button:nth-child(2)").await;
    page.comes(|page| page.texts(".compare thead a").len(), 2).await;
    page.comes(Mounted::focused, "comparison".to_owned()).await;
    let facts = words(&["Recruteur", "Statut", "Contrat", "Lieu"]);
    page.comes(|page| page.texts(".compare tbody th"), facts).await;
    page.click(".compare > .tool").await;
    page.comes(|page| page.all(".compare").len(), 0).await;
    page.click(".shelf .tools button:last-child").await;
    page.comes(|page| page.texts(".card .title").len(), 0).await;
    page.comes(|page| page.all(".mine").len(), 1).await;
}

#[wasm_bindgen_test]
async fn a_long_list_comes_in_pages() {
    let many = (0..130).map(|rank| offer(rank, &format!("Poste {rank}"), Contract::Stage, "Brest"));
    let page = Mounted::over(many.collect()).await;
    page.comes(|page| page.all(".card").len(), 50).await;
    page.comes(|page| page.texts(".more"), words(&["Voir 50 offres de plus"])).await;
    page.click(".more").await;
    page.comes(|page| page.all(".card").len(), 100).await;
    let first_new = page.all(".card .title a")[50].id();
    page.comes(Mounted::focused, first_new).await;
    page.comes(|page| page.texts(".more"), words(&["Voir 30 offres de plus"])).await;
    page.click(".more").await;
    page.comes(|page| page.all(".card").len(), 130).await;
    page.comes(|page| page.all(".more").len(), 0).await;
}

#[wasm_bindgen_test]
async fn unmounted_it_leaves_nothing() {
    let mut page = Mounted::over(few()).await;
    page.handle.take().unwrap().destroy();
    page.settle().await;
    page.comes(|page| page.root.child_element_count(), 0).await;
}
