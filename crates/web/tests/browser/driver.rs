//! The process of chromedriver; nothing of it or of its browsers is left when it is dropped.
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::window::Window;

/// Where Debian and Ubuntu put them.
const DRIVER: &str = "/usr/bin/chromedriver";
pub const BROWSER: &str = "/usr/bin/chromium";

/// chromedriver on a free port.
pub struct Driver {
    process: Child,
    pub url: String,
    /// Profiles of the browsers.
    pub folder: TempDir,
}

impl Driver {
    /// Starts it; none, and a line that says so, where it is not installed.
    pub fn start() -> Option<Self> {
        for program in [DRIVER, BROWSER] {
            if !Path::new(program).is_file() {
                println!("SKIPPED: {program} is not installed (apt-get install chromium chromium-driver)");
                return None;
            }
        }
        let mut process = Command::new(DRIVER)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = lines.by_ref().map(Result::unwrap).find_map(|line| {
            line.split_once("started successfully on port ")
                .map(|(_, port)| port.trim_end_matches('.').parse::<u16>().unwrap())
        });
        // Whatever it says later is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let url = format!("http://127.0.0.1:{}", port.unwrap());
        Some(Self { process, url, folder: TempDir::new().unwrap() })
    }

    /// A browser with a fresh profile.
    pub async fn window(&self) -> Window {
        Window::open(self).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Windows have closed their browsers before.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
