//! The checks find what they are there for: each is shown a page with the fault that it looks for.
use serde_json::json;

use crate::browser::checks::NARROW;
use crate::browser::{Driver, Window};
use crate::kit::House;

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_is_found() {
    let Some(driver) = Driver::start() else { return };
    let house = House::with(&["A"], false).await;
    let desk = house.desk("A");
    let window = Window::at(&driver, desk).await;
    window.assert_sound("the page before").await;

    let put = "
        const make = (name, marks, inside) => {
            const one = document.createElementNS('http://www.w3.org/2000/svg', name);
            Object.entries(marks).forEach(([mark, value]) => one.setAttribute(mark, value));
            inside.append(one);
            return one;
        };
        const drawing = make('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, document.querySelector('main'));
        make('rect', { width: 8, height: 8 }, drawing);
        make('line', { x2: 8 }, drawing);
        make('rect', { width: 8, class: 'flat' }, drawing);
        make('text', { x: 12, y: 12, class: 'beyond' }, drawing).textContent = 'beyond the edge';
        const long = document.createElement('p');
        long.textContent = 'x'.repeat(400);
        long.style.overflowWrap = 'normal';
        document.querySelector('main').append(long);
        document.querySelector('main').append(document.createElement('input'));
        console.error('out of order');";
    window.script(put, Vec::new()).await;

    let undrawn = window.undrawn().await;
    let wrong: Vec<&str> = undrawn.as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
    assert!(wrong.len() == 2 && wrong[0].contains("flat") && wrong[1].contains("beyond"), "{undrawn}");
    let (over, what) = window.overflow(NARROW).await;
    assert!(over > 1000 && what.to_string().contains("xxxx"), "{over} {what}");
    let violations = window.violations().await;
    let rules: Vec<&str> = violations.as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["label"], "a field without a label");
    let errors = window.console_errors().await;
    assert!(errors.iter().any(|line| line.contains("out of order")), "{errors:?}");

    // Elsewhere: the same server by another name, which it turns away.
    window.requests().await;
    window.driver.goto(format!("http://localhost:{}/", desk.port)).await.unwrap();
    let strays = window.strays("elsewhere").await;
    assert!(strays.iter().any(|url| url.starts_with("http://localhost:")), "{strays:?}");
    assert_ne!(json!(window.console_errors().await), json!([]), "a page that is refused is told on the console");
    window.close().await;
}
