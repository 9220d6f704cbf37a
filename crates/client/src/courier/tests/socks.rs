//! Through a SOCKS5 proxy, which resolves the name.
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::*;

/// A proxy for one connection after another; tells the names it was asked for.
async fn proxy(listener: TcpListener, target: u16, asked: tokio::sync::mpsc::UnboundedSender<(String, String)>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let asked = asked.clone();
        tokio::spawn(async move {
            let mut head = [0; 2];
            stream.read_exact(&mut head).await.unwrap();
            let mut methods = vec![0; head[1].into()];
            stream.read_exact(&mut methods).await.unwrap();
            assert!(methods.contains(&2), "names and passwords keep circuits apart");
            stream.write_all(&[5, 2]).await.unwrap();
            stream.read_exact(&mut head).await.unwrap();
            let mut user = vec![0; head[1].into()];
            stream.read_exact(&mut user).await.unwrap();
            let mut password = vec![0; stream.read_u8().await.unwrap().into()];
            stream.read_exact(&mut password).await.unwrap();
            stream.write_all(&[1, 0]).await.unwrap();
            let mut request = [0; 5];
            stream.read_exact(&mut request).await.unwrap();
            assert_eq!(request[..4], [5, 1, 0, 3], "a connection to a name");
            let mut name = vec![0; usize::from(request[4]) + 2];
            stream.read_exact(&mut name).await.unwrap();
            name.truncate(name.len() - 2);
            asked.send((String::from_utf8(name).unwrap(), String::from_utf8(user).unwrap())).unwrap();
            stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await.unwrap();
            let mut onward = TcpStream::connect(("127.0.0.1", target)).await.unwrap();
            let _ = tokio::io::copy_bidirectional(&mut stream, &mut onward).await;
        });
    }
}

#[tokio::test]
async fn a_proxy_gets_the_name_and_keeps_dialogues_apart() {
    let folder = tempfile::tempdir().unwrap();
    let relay = relay(folder.path()).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let socks = Socks5 { address: listener.local_addr().unwrap() };
    let (asked, mut told) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(proxy(listener, relay.address.port(), asked));
    let at = RelayAddress { host: "relayrelayrelay.onion".into(), port: 443, pin: relay.pin };
    let mut users = Vec::new();
    for log in [LogId([1; 16]), LogId([2; 16])] {
        let courier = Courier::new(&at, Some(&socks), log, owner()).unwrap();
        courier.create_log(owner().hash(), None).await.unwrap();
        let (name, user) = told.recv().await.unwrap();
        assert_eq!(name, "relayrelayrelay.onion");
        users.push(user);
    }
    assert_ne!(users[0], users[1]);
    let nobody = Socks5 { address: "127.0.0.1:1".parse().unwrap() };
    let error = Courier::new(&at, Some(&nobody), LOG, owner()).unwrap().greet().await.unwrap_err();
    assert!(error.to_string().contains("proxy"), "{error}");
    relay.stop().await;
}
