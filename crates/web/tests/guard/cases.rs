//! The table: what is sent, and how it is refused.
use crate::answers::guarded;
use crate::ask::Ask;
use crate::kit::{Desk, House};

/// How a request is refused: the status, and words of the page.
type Refusal = (u16, &'static str);

const HOST: Refusal = (403, "This address is not served");
const ORIGIN: Refusal = (403, "Turned away");
const FRAMED: Refusal = (403, "Not shown inside other pages");
const STRANGER: Refusal = (403, "This browser has not been let in");
const TOKEN: Refusal = (403, "The form was not accepted");
const FORM: Refusal = (422, "This could not be used");
const MISSING: Refusal = (404, "There is no such page");
const METHOD: Refusal = (405, "There is no such page");

type Case = (&'static str, Ask, Refusal);

fn hosts(desk: &Desk) -> Vec<Case> {
    let port = desk.port;
    let host = |value: String| Ask::get(desk, "").with("Host", &value);
    let absolute = |authority: &str| Ask::get(desk, "").target(&format!("http://{authority}{}", desk.base));
    let mut old = Ask::get(desk, "").without("Host");
    old.version = "1.0";
    vec![
        ("a name that begins like the address", host(format!("127.evil.com:{port}")), HOST),
        ("a name that begins with the address", host(format!("127.0.0.1.evil.com:{port}")), HOST),
        ("a name that ends with the address", host(format!("evil.127.0.0.1:{port}")), HOST),
        ("localhost, which others can point elsewhere", host(format!("localhost:{port}")), HOST),
        ("IPv6 loopback", host(format!("[::1]:{port}")), HOST),
        ("IPv4 in IPv6", host(format!("[::ffff:127.0.0.1]:{port}")), HOST),
        ("another port", host(format!("127.0.0.1:{}", port.wrapping_add(1))), HOST),
        ("no port", host("127.0.0.1".to_owned()), HOST),
        ("another loopback address", host(format!("127.0.0.2:{port}")), HOST),
        ("any address", host(format!("0.0.0.0:{port}")), HOST),
        ("a hexadecimal address", host(format!("0x7f000001:{port}")), HOST),
        ("a decimal address", host(format!("2130706433:{port}")), HOST),
        ("a short address", host(format!("127.1:{port}")), HOST),
        ("an octal address", host(format!("0177.0.0.1:{port}")), HOST),
        ("zeros before the digits", host(format!("127.000.000.001:{port}")), HOST),
        ("a dot at the end", host(format!("127.0.0.1.:{port}")), HOST),
        ("somebody before the address", host(format!("user@127.0.0.1:{port}")), HOST),
        ("an empty host", host(String::new()), HOST),
        ("no host", Ask::get(desk, "").without("Host"), HOST),
        ("two hosts", Ask::get(desk, "").also("Host", "evil.example"), HOST),
        ("the host twice", Ask::get(desk, "").also("Host", &format!("127.0.0.1:{port}")), HOST),
        ("HTTP/1.0 without a host", old, HOST),
        ("another authority in the first line", absolute("evil.example"), HOST),
        ("localhost in the first line", absolute(&format!("localhost:{port}")), HOST),
        ("somebody in the first line", absolute(&format!("user@127.0.0.1:{port}")), HOST),
        ("a foreign host at the launch link", host("evil.example".to_owned()).target("/launch/x"), HOST),
        (
            "a foreign host at an asset",
            host("evil.example".to_owned()).target(&format!("{}/assets/app.js", desk.base)),
            HOST,
        ),
    ]
}

fn origins(desk: &Desk) -> Vec<Case> {
    let port = desk.port;
    let get = || Ask::get(desk, "");
    let post = || Ask::post(desk, "/language", &[("language", "en")]);
    let from = |origin: &str| post().with("Origin", origin);
    let site = |ask: Ask, value: &str| ask.with("Sec-Fetch-Site", value);
    vec![
        ("a page opened by another site", site(get(), "cross-site"), ORIGIN),
        ("a page opened by another port", site(get(), "same-site"), ORIGIN),
        ("a site of no known kind", site(get(), "elsewhere"), ORIGIN),
        ("two sites", get().also("Sec-Fetch-Site", "cross-site"), ORIGIN),
        ("a page fetched by a foreign origin", get().with("Origin", "http://evil.example"), ORIGIN),
        ("an asset fetched by another site", site(Ask::get(desk, "/assets/app.js"), "cross-site"), ORIGIN),
        ("inside an iframe", get().with("Sec-Fetch-Dest", "iframe"), FRAMED),
        ("inside a frame", get().with("Sec-Fetch-Dest", "frame"), FRAMED),
        ("inside an embed", get().with("Sec-Fetch-Dest", "embed"), FRAMED),
        ("inside an object", get().with("Sec-Fetch-Dest", "object"), FRAMED),
        ("inside a fenced frame", get().with("Sec-Fetch-Dest", "fencedframe"), FRAMED),
        ("a form of a foreign origin", from("http://evil.example"), ORIGIN),
        ("a form of another port", from(&format!("http://127.0.0.1:{}", port.wrapping_add(1))), ORIGIN),
        ("a form of localhost", from(&format!("http://localhost:{port}")), ORIGIN),
        ("a form over https", from(&format!("https://127.0.0.1:{port}")), ORIGIN),
        ("an origin with a slash", from(&format!("http://127.0.0.1:{port}/")), ORIGIN),
        ("an origin that begins like ours", from(&format!("http://127.0.0.1:{port}.evil.example")), ORIGIN),
        ("a form without an origin", post().without("Origin"), ORIGIN),
        ("an origin of null alone", from("null").without("Sec-Fetch-Site"), ORIGIN),
        ("an origin of null from another site", site(from("null"), "cross-site"), ORIGIN),
        ("an origin of null that somebody typed", site(from("null"), "none"), ORIGIN),
        ("two origins", post().also("Origin", "http://evil.example"), ORIGIN),
        ("a form of another site with our origin", site(post(), "cross-site"), ORIGIN),
        ("a form of another port with our origin", site(post(), "same-site"), ORIGIN),
        ("a form that nobody's page sent", site(post(), "none"), ORIGIN),
        ("a preflight of another site", site(from("http://evil.example"), "cross-site").method("OPTIONS"), ORIGIN),
    ]
}

fn sockets(desk: &Desk) -> Vec<Case> {
    let live = || Ask::live(desk).with("Connection", "close, Upgrade");
    vec![
        ("a socket without the cookie", live().without("Cookie"), STRANGER),
        ("a socket with a foreign origin", live().with("Origin", "http://evil.example"), ORIGIN),
        ("a socket without an origin", live().without("Origin"), ORIGIN),
        ("a socket with an origin of null", live().with("Origin", "null").without("Sec-Fetch-Site"), ORIGIN),
        ("a socket of another site", live().with("Sec-Fetch-Site", "cross-site"), ORIGIN),
        ("a socket of another port", live().with("Sec-Fetch-Site", "same-site"), ORIGIN),
        ("a socket that somebody typed", live().with("Sec-Fetch-Site", "none"), ORIGIN),
        ("a socket of a foreign host", live().with("Host", "evil.example"), HOST),
    ]
}

fn cookies(desk: &Desk, other: &Desk) -> Vec<Case> {
    let cookie = |value: &str| Ask::get(desk, "").with("Cookie", value);
    let (name, value) = desk.cookie.split_once('=').unwrap();
    let others = other.cookie.split_once('=').unwrap().1;
    vec![
        ("no cookie", Ask::get(desk, "").without("Cookie"), STRANGER),
        ("no cookie at an asset", Ask::get(desk, "/assets/app.js").without("Cookie"), STRANGER),
        ("no cookie with a form", Ask::post(desk, "/lock", &[]).without("Cookie"), STRANGER),
        ("the cookie of another home's pages", cookie(&other.cookie), STRANGER),
        ("another home's secret under our name", cookie(&format!("{name}={others}")), STRANGER),
        ("two cookies of our name, and none right", cookie(&format!("{name}=x; {name}=y")), STRANGER),
        ("an empty cookie", cookie(&format!("{name}=")), STRANGER),
        ("a cookie that is cut off", cookie(&format!("{name}={}", &value[..31])), STRANGER),
        ("the cookie in capitals", cookie(&format!("{name}={}", value.to_uppercase() + "A")), STRANGER),
        ("a launch link that was used", Ask::get(desk, "").target("/launch/used"), STRANGER),
        ("a launch link that was guessed", Ask::get(desk, "").target(&format!("/launch/{}", "0".repeat(32))), STRANGER),
        ("another home's path here", Ask::get(desk, "").target(&other.base), MISSING),
        ("no path", Ask::get(desk, "").target("/"), MISSING),
    ]
}

fn tokens(desk: &Desk, other: &Desk) -> Vec<Case> {
    let post = |body: &str| Ask::post(desk, "/language", &[]).body(body);
    let parts = "--x\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nen\r\n--x--\r\n";
    let multipart = post(parts).with("Content-Type", "multipart/form-data; boundary=x");
    let in_query = Ask::post(desk, &format!("/language?token={}", desk.token), &[]).body("language=en");
    let good = format!("language=en&token={}", desk.token);
    vec![
        ("a form without a token", post("language=en"), TOKEN),
        ("an empty token", post("language=en&token="), TOKEN),
        ("a wrong token", post("language=en&token=00000000000000000000000000000000"), TOKEN),
        ("another home's token", post(&format!("language=en&token={}", other.token)), TOKEN),
        ("the token in the address", in_query, TOKEN),
        ("a second token that is right", post(&format!("language=en&token=x&token={}", desk.token)), TOKEN),
        ("a wrong token in the header", post(&good).with("x-backchannel", "x"), TOKEN),
        ("a form in parts without a token", multipart, TOKEN),
        ("JSON in place of a form", post("{}").with("Content-Type", "application/json"), FORM),
        ("a plain text in place of a form", post(&good).with("Content-Type", "text/plain"), FORM),
        ("parts that do not end", post("--x\r\n").with("Content-Type", "multipart/form-data; boundary=x"), FORM),
        ("more fields than any form has", post(&"a=b&".repeat(5_001)), FORM),
        ("a form that asks to lock, without a token", Ask::post(desk, "/lock", &[]).body(""), TOKEN),
        ("a form that wipes, without a token", Ask::post(desk, "/security/wipe", &[]).body("word=wipe"), TOKEN),
    ]
}

fn methods(desk: &Desk) -> Vec<Case> {
    let form = |method: &str| Ask::post(desk, "/language", &[("language", "en")]).method(method);
    let asset = |name: &str| Ask::get(desk, &format!("/assets/{name}"));
    vec![
        ("PUT", form("PUT"), METHOD),
        ("DELETE", form("DELETE"), METHOD),
        ("PATCH", form("PATCH"), METHOD),
        ("OPTIONS", form("OPTIONS"), METHOD),
        ("TRACE", form("TRACE"), METHOD),
        ("a method nobody knows", form("BREW"), METHOD),
        ("GET where something would change", Ask::get(desk, "/lock"), METHOD),
        ("an asset above the assets", asset("../../Cargo.toml"), MISSING),
        ("an asset above them, in percent signs", asset("..%2f..%2fetc%2fpasswd"), MISSING),
        ("an asset above them, dots in percent signs", asset("%2e%2e"), MISSING),
        ("an asset with a null byte", asset("app.js%00.css"), MISSING),
        ("a dialogue that is none", Ask::get(desk, "/talk/zz"), MISSING),
        ("a dialogue that is not here", Ask::get(desk, &format!("/talk/{}", "0".repeat(32))), MISSING),
    ]
}

/// Refusals of what has the cookie: they are said within the frame.
fn admitted(status: u16, words: &str) -> bool {
    (status, words) == TOKEN || matches!(status, 404 | 405 | 422)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_another_page_of_this_machine_set_does_not_shut_the_owner_out() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(client::vault::Home::at(folder.path().join("home")), Some(web::Lang::En)).await;
    let (name, _) = desk.cookie.split_once('=').unwrap();
    let both = format!("{name}=x; {}", desk.cookie);
    let answer = Ask::get(&desk, "/unlock").with("Cookie", &both).send(desk.port).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_hostile_request_is_refused_by_name() {
    let house = House::with(&["A"], false).await;
    let (desk, other) = (house.desk("A"), house.desk("convener"));
    let (_, value) = desk.cookie.split_once('=').unwrap();
    let mut cases = hosts(desk);
    cases.extend(origins(desk));
    cases.extend(sockets(desk));
    cases.extend(cookies(desk, other));
    cases.extend(tokens(desk, other));
    cases.extend(methods(desk));
    assert!(cases.len() >= 40, "{}", cases.len());
    println!("{} hostile requests", cases.len());
    for (name, ask, (status, words)) in &cases {
        let answer = ask.send(desk.port).await;
        assert_eq!(answer.status, *status, "{name}: {}", answer.text());
        assert!(answer.text().contains(words), "{name}: {}", answer.text());
        assert!(answer.header("set-cookie").is_none(), "{name}");
        guarded(name, &answer);
        // Who was not let in learns neither where the pages are nor what a form must carry.
        let secrets = [&desk.base[1..], desk.token.as_str(), value];
        let told = secrets.iter().any(|secret| answer.body.contains(secret));
        assert!(!told || admitted(*status, words), "{name}: {}", answer.body);
    }
    // What they are made of is in order, and nothing of all that has locked or wiped anything.
    assert_eq!(Ask::get(desk, "").send(desk.port).await.status, 200);
    assert_eq!(Ask::post(desk, "/language", &[("language", "en")]).send(desk.port).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_beyond_all_bounds_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(client::vault::Home::at(folder.path().join("home")), Some(web::Lang::En)).await;
    // Just beyond the bound, so that the answer comes when nearly all is read.
    let body = format!("token={}&language={}", desk.token, "a".repeat(64 << 20));
    let answer = Ask::post(&desk, "/language", &[]).body(&body).send(desk.port).await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    guarded("oversize", &answer);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_launch_link_opens_once_and_the_newest_alone() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(client::vault::Home::at(folder.path().join("home")), Some(web::Lang::En)).await;
    let path = |link: String| link.split_once(&format!(":{}", desk.port)).unwrap().1.to_owned();
    let (old, new) = (path(desk.pages.launch_link().unwrap()), path(desk.pages.launch_link().unwrap()));
    let open = |path: &str| Ask::get(&desk, "").without("Cookie").with("Sec-Fetch-Site", "none").target(path);
    assert_eq!(open(&old).send(desk.port).await.status, 403);
    // Whatever only looks ahead is turned away, and uses nothing up.
    for ahead in [open(&new).method("HEAD"), open(&new).with("Sec-Purpose", "prefetch;prerender")] {
        assert_eq!(ahead.send(desk.port).await.status, 403);
    }
    let opened = open(&new).send(desk.port).await;
    assert_eq!(opened.status, 303);
    guarded("launch", &opened);
    let cookie = opened.header("set-cookie").unwrap();
    for part in ["HttpOnly", "SameSite=Strict", &format!("Path={}", desk.base)] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(open(&new).send(desk.port).await.status, 403);
}
