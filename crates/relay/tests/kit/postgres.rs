//! A PostgreSQL that the test starts itself, in a scratch folder, and ends with itself.
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server of this test alone.
pub(crate) struct Postgres {
    /// A shell that ends the server when its standard input closes: also when the test is killed.
    shell: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Postgres {
    /// Starts one; says why, on a line of its own, where it cannot.
    pub(crate) fn start() -> Option<Self> {
        match Self::try_start() {
            Ok(server) => Some(server),
            Err(reason) => {
                println!("SKIPPED: the relay on PostgreSQL ({reason})");
                None
            }
        }
    }

    fn try_start() -> Result<Self, String> {
        let programs = programs().ok_or("no postgres and initdb found: install the package postgresql")?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let other = other_user()?;
        if let Some(user) = &other {
            let owned = Command::new("chown").arg(user).arg(folder.path()).status();
            owned.ok().filter(|status| status.success()).ok_or("the scratch folder could not be given away")?;
        }
        let cluster = folder.path().join("cluster");
        let mut initdb = as_user(other.as_deref(), &programs.join("initdb"));
        initdb.args(["-U", "relay", "--auth=trust", "--no-sync", "-E", "UTF8", "-D"]).arg(&cluster);
        let made = initdb.current_dir(folder.path()).output().map_err(|error| error.to_string())?;
        if !made.status.success() {
            return Err(format!("initdb failed: {}", String::from_utf8_lossy(&made.stderr)));
        }
        let port = free_port();
        let server = as_user(other.as_deref(), &programs.join("postgres"));
        let words: Vec<_> = std::iter::once(server.get_program()).chain(server.get_args()).collect();
        let shell = Command::new("sh")
            .args(["-c", r#""$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server"#, "sh"])
            .args(words)
            .args(["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=60"])
            .arg("-p")
            .arg(port.to_string())
            .arg("-c")
            .arg(format!("unix_socket_directories={}", folder.path().display()))
            .arg("-D")
            .arg(&cluster)
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| error.to_string())?;
        let server = Self { shell, port, folder };
        server.wait()
    }

    fn wait(self) -> Result<Self, String> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(30) {
            if self.folder.path().join(format!(".s.PGSQL.{}", self.port)).exists()
                && std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok()
            {
                return Ok(self);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("the server did not start in half a minute".into())
    }

    /// The URL of the one database.
    pub(crate) fn url(&self) -> String {
        format!("postgres://relay@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// PostgreSQL refuses to run as root: who runs it instead.
fn other_user() -> Result<Option<String>, String> {
    let told = |args: &[&str]| Command::new("id").args(args).output().ok().filter(|output| output.status.success());
    let own = told(&["-u"]).map(|output| output.stdout);
    if own.as_deref().map(<[u8]>::trim_ascii) != Some(b"0") {
        return Ok(None);
    }
    let found = ["postgres", "nobody"].into_iter().find(|user| told(&["-u", user]).is_some());
    found.map(|user| Some(user.to_owned())).ok_or("root may not run it, and there is no other user".into())
}

fn as_user(user: Option<&str>, program: &Path) -> Command {
    match user {
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", user, "--regid", user, "--clear-groups"]).arg(program);
            command
        }
        None => Command::new(program),
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
