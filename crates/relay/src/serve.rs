//! Running a relay: from its configuration to its last answer.
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tokio_util::task::TaskTracker;

use crate::relay::Relay;
use crate::store::Store;
use crate::{Config, Error, api, certificate, connection, metrics};

mod chores;

/// How long requests under way may take to end.
const FAREWELL: Duration = Duration::from_secs(20);

/// A relay that runs. Dropped, it goes on; [`stop`](Self::stop) ends it.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// SHA-256 of its certificate, for clients to pin.
    pub pin: [u8; 32],
    /// Where it tells its counts.
    pub metrics: Option<SocketAddr>,
    relay: Arc<Relay>,
    tasks: TaskTracker,
}

/// Starts a relay on the current tokio runtime.
pub async fn serve(config: Config) -> Result<Running, Error> {
    config.check()?;
    let identity = certificate::load(&config)?;
    let store = Store::open(&config.database, config.limits.clone(), config.most_pages).await?;
    let (listener, address) = listen(config.listen).await?;
    let relay = Arc::new(Relay::new(store, config.limits, config.creation));
    let tasks = TaskTracker::new();
    let metrics = match config.metrics {
        Some(at) => {
            let (listener, address) = listen(at).await?;
            tasks.spawn(metrics::serve::run(listener, Arc::clone(&relay)));
            Some(address)
        }
        None => None,
    };
    chores::start(&relay, &tasks, &config.database);
    tasks.spawn(accept(Arc::clone(&relay), listener, TlsAcceptor::from(identity.tls), tasks.clone()));
    Ok(Running { address, pin: identity.pin, metrics, relay, tasks })
}

async fn listen(at: SocketAddr) -> Result<(TcpListener, SocketAddr), Error> {
    let failed = |error| Error::Listen { address: at, error };
    let listener = TcpListener::bind(at).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

/// Takes connections, as many at a time as may be open.
async fn accept(relay: Arc<Relay>, listener: TcpListener, tls: TlsAcceptor, tasks: TaskTracker) {
    let routes = api::routes(Arc::clone(&relay), tasks.clone());
    let places = Arc::new(Semaphore::new(relay.limits.connections as usize));
    loop {
        let next = async {
            let permit = Arc::clone(&places).acquire_owned().await.ok()?;
            Some((listener.accept().await, permit))
        };
        let accepted = tokio::select! {
            accepted = next => accepted,
            () = relay.stop.cancelled() => return,
        };
        match accepted {
            Some((Ok(stream), permit)) => {
                tasks.spawn(connection::attend(Arc::clone(&relay), routes.clone(), tls.clone(), stream, permit));
            }
            // Out of file descriptors, most likely: others close soon.
            Some((Err(_), _)) => tokio::time::sleep(Duration::from_millis(50)).await,
            None => return,
        }
    }
}

impl Running {
    /// Ends the relay: no new connections, polls answered, streams closed, appends finished, database closed.
    pub async fn stop(self) {
        self.relay.stop.cancel();
        self.tasks.close();
        if tokio::time::timeout(FAREWELL, self.tasks.wait()).await.is_err() {
            tracing::warn!("some requests did not end in time");
        }
        self.relay.store.close().await;
    }
}
