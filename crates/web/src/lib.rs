//! Floor 4: the participant's pages, served by its own program on its own machine: forms in, HTML out.
//!
//! Nothing leaves the machine but through the client's courier. See `docs/PAGES.md`.
mod app;
mod assets;
mod context;
mod error;
mod fields;
mod guard;
mod lang;
mod live;
mod page;
mod pages;
mod server;
mod talk;

use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::sync::Arc;
use std::time::Duration;

use client::courier::Socks5;
use client::participant::now;
use client::vault::Home;
use tokio::net::TcpListener;

pub use error::{Error, Result};
pub use lang::Lang;

use app::App;

/// How often it is looked whether somebody is still there.
const LOOK: Duration = Duration::from_secs(5);

/// Pages that are served.
pub struct Pages {
    app: Arc<App>,
    task: tokio::task::JoinHandle<()>,
}

impl Pages {
    /// Serves the pages of a home on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// A port that is taken; no randomness.
    pub async fn serve(home: Home, port: u16, socks: Option<Socks5>, language: Option<Lang>) -> Result<Self> {
        let trouble =
            |error: std::io::Error| Error::Trouble(format!("127.0.0.1:{port} cannot be listened on: {error}"));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(trouble)?;
        let own = match listener.local_addr().map_err(trouble)? {
            SocketAddr::V4(own) => own,
            SocketAddr::V6(_) => return Err(Error::Trouble("an address of IPv6 was not asked for".to_owned())),
        };
        let app = Arc::new(App::new(own, home, socks, language)?);
        let watched = app.clone();
        let router = server::routes(app.clone());
        let task = tokio::spawn(async move {
            let watch = async {
                loop {
                    tokio::time::sleep(LOOK).await;
                    watched.lock_if_idle(now());
                    watched.carry_out_ends(now()).await;
                }
            };
            tokio::select! {
                served = async { axum::serve(listener, router).await } => {
                    if let Err(error) = served {
                        tracing::error!(%error, "the pages are not served any more");
                    }
                }
                () = watch => {}
            }
        });
        Ok(Self { app, task })
    }

    /// Where they are served.
    #[must_use]
    pub fn address(&self) -> SocketAddrV4 {
        self.app.own
    }

    /// A link that lets one browser in, once; the one before it is void.
    ///
    /// # Errors
    /// No randomness.
    pub fn launch_link(&self) -> Result<String> {
        Ok(format!("http://{}/launch/{}", self.app.own, self.app.door.launch()?))
    }

    /// Unlocks the vault from outside of the pages: a demo, a passphrase that was given at the start.
    ///
    /// # Errors
    /// A wrong passphrase; the vault.
    pub fn unlock(&self, passphrase: &client::vault::Passphrase) -> Result<()> {
        let vault = self.app.home.unlock(passphrase)?;
        self.app.unlock(vault)
    }

    /// Locks where nobody has done anything for as long as was chosen, by a clock in seconds since 1970 that the caller
    /// reads; answers whether it did. While the pages are served, this is asked every few seconds.
    #[must_use]
    pub fn lock_if_idle(&self, at: i64) -> bool {
        self.app.lock_if_idle(at)
    }

    /// Serves until it is stopped from outside.
    pub async fn until_stopped(mut self) {
        // It ends only where listening fails, which is said there.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        self.task.abort();
        self.app.lock();
    }
}
