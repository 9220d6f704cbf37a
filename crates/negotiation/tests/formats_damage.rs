//! Damaged, foreign, huge and refused files: what the readers answer.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use std::path::Path;

use negotiation::formats;

mod formats_kit;
use formats_kit::{changed, copy_folder, counts, names, sample, texts};

#[test]
fn what_is_not_read_is_refused_by_name() {
    for (name, said) in [
        ("genius-real", "domain.xml: line 3, <issue name=\"Depth\">: a real-valued issue"),
        ("genius-nonlinear", "one.xml: a GENIUS non-linear (hyper-rectangle) utility space"),
        ("genius-constraint", "one.xml: a GENIUS constraint utility space"),
        ("genius-ranks", "ranks or ratings"),
        ("geniusweb-groups", "profile.json: a GeniusWeb profile of the kind `SumOfGroupsUtilitySpace`"),
        ("negmas-hyper", "one.yml: a NegMAS utility function of the type `HyperRectangleUtilityFunction`"),
    ] {
        let error = formats::read_scenario(&sample(name)).unwrap_err().to_string();
        assert!(error.contains(said), "{name}: {error}");
        assert!(error.contains("recognised but not read"), "{name}: {error}");
    }
}

#[test]
fn damage_is_answered_with_file_place_and_what_was_expected() {
    let mut wrong = Vec::new();
    for (name, file, from, to, said) in [
        (
            "genius",
            "Buyer.xml",
            "<weight index=\"3\" value=\"0.25\"/>",
            "",
            "line 9, <issue name=\"Day\">: no <weight index=\"3\"",
        ),
        (
            "genius",
            "Buyer.xml",
            "evaluation=\"2\"",
            "evaluation=\"two\"",
            "line 12, <item index=\"2\">: evaluation: `two` is not a number",
        ),
        ("genius", "Buyer.xml", "evaluation=\"2\"", "evaluation=\"1e99\"", "exponent"),
        ("genius", "Buyer.xml", "evaluation=\"2\"", "", "the attribute `evaluation` is missing"),
        ("genius", "Buyer.xml", "evaluation=\"2\"", "evaluation=\"-2\"", "below 0"),
        ("genius", "Buyer.xml", "value=\"tue\"", "value=\"sun\"", "`Day` has no such choice"),
        (
            "genius",
            "Buyer.xml",
            "<item index=\"2\" value=\"tue\" evaluation=\"2\"/>",
            "",
            "no <item> for the choice `tue`",
        ),
        ("genius", "Buyer.xml", "name=\"Day\"", "name=\"Night\"", "the agenda has no issue of this name"),
        ("genius", "Buyer.xml", "upperbound=\"14\"", "upperbound=\"15\"", "the bounds differ"),
        ("genius", "Buyer.xml", "ftype=\"linear\"", "ftype=\"cubic\"", "`cubic`"),
        ("genius", "Buyer.xml", "</utility_space>", "", "never closed"),
        (
            "genius",
            "Buyer.xml",
            "<utility_space>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><utility_space>",
            "line 1: a document type is declared",
        ),
        ("genius", "Buyer.xml", "<reservation value=\"0.5\"/>", "<reservation/>", "the attribute `value` is missing"),
        (
            "genius",
            "Buyer.xml",
            "<discount_factor value=\"0.9\"/>",
            "<discount_factor value=\"x\"/>",
            "<discount_factor value=\"x\">",
        ),
        ("genius", "orchard_domain.xml", "name=\"Place\"", "name=\"Day\"", "another issue has the same name"),
        ("genius", "orchard_domain.xml", "upperbound=\"14\"", "upperbound=\"9\"", "ends before it begins"),
        ("genius", "orchard_domain.xml", "upperbound=\"14\"", "upperbound=\"1e9\"", "more than 10000 values"),
        ("genius", "orchard_domain.xml", "type=\"discrete\"", "type=\"fuzzy\"", "`fuzzy`"),
        ("genius", "orchard_domain.xml", "<utility_space number_of_issues=\"3\">", "<space>", "line 21"),
        (
            "geniusweb",
            "profileA.json",
            "\"north\": 1,",
            "\"north\": 1.5,",
            "issueUtilities.Route.discreteutils.valueUtilities.north`: a utility from 0 to 1",
        ),
        ("geniusweb", "profileA.json", "\"north\": 1,", "\"west\": 1,", "has no such value"),
        ("geniusweb", "profileA.json", "\"Route\": \"south\"", "\"Route\": \"east\"", "`east` is no value"),
        (
            "geniusweb",
            "profileA.json",
            "\"Fare\": 0.50",
            "\"Toll\": 0.50",
            "issueWeights.Toll`: the agenda has no issue",
        ),
        ("geniusweb", "profileA.json", "\"numberutils\"", "\"other\"", "`numberutils` was expected"),
        ("geniusweb", "profileA.json", "\"Route\": 0.5", "\"Route\": \"0.5\"", "a number was expected, not a text"),
        ("geniusweb", "profileA.json", "}}\n", "}\n", "profileA.json: line 13"),
        ("geniusweb", "ferry.json", "\"0.5\"]", "\"0\"]", "step"),
        ("geniusweb", "ferry.json", "\"south\"]", "\"north\"]", "appears twice"),
        ("negmas", "north.yml", "slope: 0.1", "slope: steep", "`slope`: `steep` is not a number"),
        ("negmas", "north.yml", "slope: 0.1", "min_value: 0", "`min_value` is not an entry of LinearFun that is read"),
        (
            "negmas",
            "north.yml",
            "type: LinearFun",
            "type: LambdaFun",
            "a value function of the NegMAS type `LambdaFun` is recognised but not read",
        ),
        ("negmas", "north.yml", "solar: 0.9", "wind: 0.9", "no entry for `solar`"),
        ("negmas", "north.yml", "weights: [0.5, 1, 2]", "weights: [0.5, 1]", "2 entries; 3 were expected"),
        ("negmas", "north.yml", "reserved_value: 1.6", "reserved_value: .nan", "reserved_value"),
        ("negmas", "north.yml", "bias: 0.25", "constraints: [x]", "with constraints"),
        ("negmas", "north.yml", "values:\n", "values: [\n", "north.yml: line"),
        (
            "negmas",
            "domain.yml",
            "ContiguousIssue",
            "ContinuousIssue",
            "an issue of the NegMAS type `ContinuousIssue` is recognised but not read",
        ),
        ("negmas", "domain.yml", "values: [1, 3]", "values: [1, 3, 5]", "[lowest, highest] was expected"),
        ("negolog", "profileB.json", "\"near\": 0.2", "\"near\": null", "near"),
        ("negolog", "profileB.json", "\"near\": 0.2, ", "", "the key `near` is missing"),
        (
            "negolog",
            "profileB.json",
            "\"reservationValue\": 0.4",
            "\"reservationValue\": \"high\"",
            "`reservationValue`: a number was expected",
        ),
        ("negolog", "profileB.json", "\"far\": 1.0}", "\"far\": 1.0", "profileB.json: line"),
        (
            "llmdelib",
            "scores_files/two.txt",
            "20,10,0",
            "20,ten,0",
            "two.txt: line 2: scores separated by commas were expected",
        ),
        ("llmdelib", "scores_files/two.txt", "20,10,0", "20,10", "[2, 2] options by issue; the agenda has [2, 3]"),
        ("llmdelib", "scores_files/two.txt", "10,0\n20", "10,0", "the last line must hold the least total"),
        ("own", "west.toml", "reservation = \"1/3\"", "reservaton = \"1/3\"", "west.toml"),
        ("own", "west.toml", "clip = 1", "clip = ", "west.toml: line 3"),
        ("own", "agenda.toml", "step = 5", "step = 0", "agenda.toml"),
        ("own", "south.csv", "yes,40", "perhaps,40", "south.csv"),
    ] {
        let copy = changed(name, file, from, to);
        let error = match formats::read_scenario(copy.path()) {
            Err(error) => error.to_string(),
            Ok(_) => "it was read".to_owned(),
        };
        let stem = Path::new(file).file_name().unwrap().to_str().unwrap();
        if !error.contains(said) || !error.contains(stem) {
            wrong.push(format!("{name}/{file} with `{to}`:\n{error}\nshould hold: {stem} … {said}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn folders_that_hold_no_single_scenario_are_refused() {
    let empty = tempfile::tempdir().unwrap();
    let error = |path: &Path| formats::read_scenario(path).unwrap_err().to_string();
    assert!(error(empty.path()).contains("no scenario found"));
    assert!(error(&empty.path().join("gone")).contains("cannot be read"));
    assert!(error(&sample("own/agenda.toml")).contains("a scenario folder was expected"));

    let two = tempfile::tempdir().unwrap();
    copy_folder(&sample("geniusweb"), two.path());
    std::fs::copy(sample("negolog/profileA.json"), two.path().join("another.json")).unwrap();
    let said = error(two.path());
    assert!(said.contains("two formats: GeniusWeb (ferry.json) and NegoLog (another.json)"), "{said}");

    let agendas = tempfile::tempdir().unwrap();
    copy_folder(&sample("genius"), agendas.path());
    std::fs::copy(sample("genius/orchard_domain.xml"), agendas.path().join("again.xml")).unwrap();
    assert!(error(agendas.path()).contains("two agendas"));

    let alone = tempfile::tempdir().unwrap();
    std::fs::copy(sample("genius/orchard_domain.xml"), alone.path().join("d.xml")).unwrap();
    assert!(error(alone.path()).contains("no side's file"));

    let headless = tempfile::tempdir().unwrap();
    std::fs::copy(sample("genius/Buyer.xml"), headless.path().join("b.xml")).unwrap();
    assert!(error(headless.path()).contains("<negotiation_template>"));

    let twins = tempfile::tempdir().unwrap();
    copy_folder(&sample("own"), twins.path());
    std::fs::copy(sample("own/south.csv"), twins.path().join("east.csv")).unwrap();
    assert!(error(twins.path()).contains("two files for the side `east`"));
}

#[test]
fn foreign_files_beside_a_scenario_do_not_disturb_it() {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&sample("genius"), copy.path());
    let put = |name: &str, bytes: &[u8]| std::fs::write(copy.path().join(name), bytes).unwrap();
    put("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0");
    put("empty.xml", b"");
    put("page.html", b"<!DOCTYPE html><html></html>");
    put("Cargo.toml", b"[package]\nname = \"x\"\n");
    put("table.csv", b"a,b\n1,2\n");
    put("ci.yml", b"on: push\njobs: {build: {type: x}}\n");
    put("notes.json", b"{\"notes\": [1, 2]}");
    put(".hidden.xml", b"<utility_space/>");
    std::fs::create_dir(copy.path().join("sub")).unwrap();
    std::fs::write(copy.path().join("sub/other.xml"), "<utility_space/>").unwrap();
    // A sparse film of ten gigabytes: its first bytes show that it is no text.
    std::fs::File::create(copy.path().join("film.mp4")).unwrap().set_len(10_000_000_000).unwrap();
    let begun = std::time::Instant::now();
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert_eq!(names(&scenario), ["Buyer", "seller"]);
    let told = texts(&warnings);
    for name in ["picture.png", "empty.xml", "page.html", "Cargo.toml", "table.csv", "ci.yml", "notes.json", "film.mp4"]
    {
        assert!(told.contains(&format!("{name}: left alone")), "{name}\n{told}");
    }
    assert!(begun.elapsed().as_secs() < 5);
}

#[test]
fn a_text_of_ten_gigabytes_is_refused_by_its_size() {
    use std::io::Write;
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&sample("negolog"), copy.path());
    let path = copy.path().join("profileC.json");
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(&vec![b' '; 8192]).unwrap();
    file.set_len(10_000_000_000).unwrap();
    let begun = std::time::Instant::now();
    let error = formats::read_scenario(copy.path()).unwrap_err().to_string();
    assert!(error.contains("profileC.json") && error.contains("10000000000 bytes"), "{error}");
    assert!(begun.elapsed().as_secs() < 5);
}

#[cfg(unix)]
#[test]
fn pipes_and_broken_links_do_not_hang_a_survey() {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&sample("negolog"), copy.path());
    std::os::unix::fs::symlink("nowhere", copy.path().join("link.json")).unwrap();
    let pipe = copy.path().join("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert_eq!(scenario.sides.len(), 2);
    let told = texts(&warnings);
    assert!(told.contains("link.json: left alone") && told.contains("pipe.json: left alone"), "{told}");
}

#[test]
fn stray_bytes_and_byte_order_marks_are_survived() {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&sample("genius"), copy.path());
    let path = copy.path().join("Buyer.xml");
    let mut bytes = b"\xef\xbb\xbf\r\n\n".to_vec();
    bytes.extend(std::fs::read(&path).unwrap());
    bytes.extend(b"<!-- caf\xe9 -->\n");
    std::fs::write(&path, bytes).unwrap();
    let (scenario, warnings) = formats::read_scenario(copy.path()).unwrap();
    assert_eq!(counts(&scenario).1, 18);
    assert!(texts(&warnings).contains("Buyer.xml: not UTF-8; read as Latin-1"));
}
