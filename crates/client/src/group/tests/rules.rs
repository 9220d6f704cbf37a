//! Members with a modified program: each rule that OpenMLS would let pass is refused, naming the culprit.

use openmls::prelude::{
    BasicCredential, Capabilities, CredentialWithKey, KeyPackage, LeafNodeParameters, Lifetime, MlsMessageOut,
    NewSignerBundle,
};
use openmls_traits::OpenMlsProvider as _;

use super::super::policy;
use super::*;

/// Lets `work` use OpenMLS freely and returns the commit it makes.
fn cheat(machine: &mut Machine, work: impl FnOnce(&mut Group<'_>, &Identity) -> MlsMessageOut) -> Vec<u8> {
    machine.with(|group, identity| Ok(work(group, identity).to_bytes().unwrap())).unwrap()
}

fn refused(by: &mut Machine, commit: &[u8], culprit: MemberId, word: &str) {
    let error = by.open(commit).unwrap_err();
    assert!(matches!(&error, Error::Misbehaviour { culprit: Some(name), .. } if *name == culprit), "{error:?}");
    assert!(error.to_string().contains(word), "{error}");
}

fn odd_package(machine: &mut Machine, lifetime: Lifetime, capabilities: Capabilities) -> Vec<u8> {
    machine
        .store
        .write(|tx| -> Result<_, Error> {
            let identity = Identity::load(tx)?;
            let provider = super::super::provider::Provider::new(tx);
            let bundle = KeyPackage::builder()
                .key_package_lifetime(lifetime)
                .leaf_node_capabilities(capabilities)
                .build(policy::SUITE, &provider, &identity, identity.member().credential(&identity.public()))
                .unwrap();
            Ok(MlsMessageOut::from(bundle.into_key_package()).to_bytes().unwrap())
        })
        .unwrap()
}

#[test]
fn a_key_package_with_an_end_is_refused_alone_and_in_a_commit() {
    // Whoever catches up after its end could not accept the commit, and would be split off.
    let [mut ada, mut ben, _] = three();
    let mut dan = Machine::new(4);
    let package = odd_package(&mut dan, Lifetime::new(3600), policy::capabilities());
    assert!(matches!(read_key_package(&package), Err(Error::Misbehaviour { .. })));
    let commit = cheat(&mut ada, |group, identity| add_unchecked(group, identity, &package));
    refused(&mut ben, &commit, ada.name, "limited in time");
}

#[test]
fn a_key_package_with_other_capabilities_is_refused() {
    let mut dan = Machine::new(4);
    let package = odd_package(&mut dan, policy::lifetime(), Capabilities::default());
    assert!(matches!(read_key_package(&package), Err(Error::Misbehaviour { .. })));
}

fn add_unchecked(group: &mut Group<'_>, identity: &Identity, package: &[u8]) -> MlsMessageOut {
    use openmls::prelude::tls_codec::DeserializeBytes as _;
    let message = openmls::prelude::MlsMessageIn::tls_deserialize_exact_bytes(package).unwrap();
    let openmls::prelude::MlsMessageBodyIn::KeyPackage(package) = message.extract() else { panic!("no key package") };
    let package = package.validate(group.provider.crypto(), openmls::prelude::ProtocolVersion::Mls10).unwrap();
    group.mls.add_members(&group.provider, identity, &[package]).unwrap().0
}

#[test]
fn a_second_member_of_one_name_is_refused() {
    let [mut ada, mut ben, _] = three();
    let twin = Machine::new(2).package();
    let commit = cheat(&mut ada, |group, identity| add_unchecked(group, identity, &twin));
    refused(&mut ben, &commit, ada.name, "one name");
}

#[test]
fn a_member_who_renames_itself_is_refused() {
    let [mut ada, mut ben, _] = three();
    let commit = cheat(&mut ada, |group, identity| {
        let credential = CredentialWithKey {
            credential: BasicCredential::new(vec![9; 16]).into(),
            signature_key: identity.public().as_slice().into(),
        };
        let parameters = LeafNodeParameters::builder().with_credential_with_key(credential).build();
        group.mls.self_update(&group.provider, identity, parameters).unwrap().into_commit()
    });
    refused(&mut ben, &commit, ada.name, "name");
}

#[test]
fn a_member_who_changes_its_signing_key_is_refused() {
    // Whoever compared the key with its holder compared it once.
    let [mut ada, mut ben, _] = three();
    let (mut elsewhere, _folder) = store();
    let other = elsewhere.write(|tx| Identity::create(tx, ada.name)).unwrap();
    let commit = cheat(&mut ada, |group, identity| {
        let new =
            NewSignerBundle { signer: &other, credential_with_key: identity.member().credential(&other.public()) };
        let parameters = LeafNodeParameters::default();
        group.mls.self_update_with_new_signer(&group.provider, identity, new, parameters).unwrap().into_commit()
    });
    refused(&mut ben, &commit, ada.name, "key");
}

#[test]
fn a_commit_without_new_keys_is_refused() {
    let [mut ada, mut ben, _] = three();
    let mut dan = Machine::new(4);
    let package = read_key_package(&dan.package()).unwrap();
    let commit = cheat(&mut ada, |group, identity| {
        group.mls.add_members_without_update(&group.provider, identity, &[package.package]).unwrap().0
    });
    refused(&mut ben, &commit, ada.name, "renews no keys");
}

#[test]
fn group_extensions_are_refused() {
    let [mut ada, mut ben, _] = three();
    let commit = cheat(&mut ada, |group, identity| {
        let (storage, crypto, rand) = (group.provider.storage(), group.provider.crypto(), group.provider.rand());
        let bundle = group
            .mls
            .commit_builder()
            .propose_group_context_extensions(openmls::prelude::Extensions::empty())
            .unwrap()
            .load_psks(storage)
            .unwrap()
            .build(rand, crypto, identity, |_| true)
            .unwrap()
            .stage_commit(&group.provider)
            .unwrap();
        bundle.into_commit()
    });
    refused(&mut ben, &commit, ada.name, "something else");
}

#[test]
fn a_proposal_outside_of_a_commit_is_refused() {
    let [mut ada, mut ben, mut cem] = three();
    let proposal = cheat(&mut ada, |group, identity| {
        let leaf = group.mls.members().find(|leaf| leaf.index != group.mls.own_leaf_index()).unwrap().index;
        group.mls.propose_remove_member(&group.provider, identity, leaf).unwrap().0
    });
    let error = ben.open(&proposal).unwrap_err();
    assert!(error.to_string().contains("within commits"), "{error}");
    // Nor does it linger: a commit that refers to it is refused too.
    let commit =
        cheat(&mut ada, |group, identity| group.mls.commit_to_pending_proposals(&group.provider, identity).unwrap().0);
    assert!(matches!(ben.open(&commit), Err(Error::Misbehaviour { .. })));
    assert!(matches!(cem.open(&commit), Err(Error::Misbehaviour { .. })));
}

#[test]
fn a_leave_by_proposal_is_refused() {
    let [mut ada, mut ben, _] = three();
    let proposal = cheat(&mut ada, |group, identity| group.mls.leave_group(&group.provider, identity).unwrap());
    assert!(matches!(ben.open(&proposal), Err(Error::Misbehaviour { .. })));
}

#[test]
fn an_external_join_is_refused() {
    let [mut ada, mut ben, _] = three();
    let info = cheat(&mut ada, |group, identity| {
        group.mls.export_group_info(group.provider.crypto(), identity, true).unwrap()
    });
    let mut eve = Machine::new(6);
    let commit = eve
        .store
        .write(|tx| -> Result<_, Error> {
            use openmls::prelude::tls_codec::DeserializeBytes as _;
            let identity = Identity::load(tx)?;
            let provider = super::super::provider::Provider::new(tx);
            let message = openmls::prelude::MlsMessageIn::tls_deserialize_exact_bytes(&info).unwrap();
            let openmls::prelude::MlsMessageBodyIn::GroupInfo(info) = message.extract() else { panic!("no info") };
            let (_, bundle) = openmls::prelude::MlsGroup::external_commit_builder()
                .with_config(policy::join())
                .build_group(&provider, info, identity.member().credential(&identity.public()))
                .unwrap()
                .leaf_node_parameters(LeafNodeParameters::builder().with_capabilities(policy::capabilities()).build())
                .load_psks(provider.storage())
                .unwrap()
                .build(provider.rand(), provider.crypto(), &identity, |_| true)
                .unwrap()
                .finalize(&provider)
                .unwrap();
            Ok(bundle.into_commit().to_bytes().unwrap())
        })
        .unwrap();
    assert!(matches!(ben.open(&commit), Err(Error::NotReadable { .. })));
}

#[test]
fn an_inspected_commit_fits_its_state_only() {
    let [mut ada, mut ben, mut cem] = three();
    let first = ada.with(|group, identity| group.refresh(identity)).unwrap();
    let second = cem.with(|group, identity| group.refresh(identity)).unwrap();
    let inspect = |group: &mut Group<'_>, bytes: &[u8]| match group.open(bytes)? {
        Opened::Commit(inspected) => Ok(inspected),
        other => panic!("{other:?}"),
    };
    // Dropped, it changes nothing.
    ben.with(|group, _| inspect(group, &second.commit).map(drop)).unwrap();
    assert_eq!(ben.epoch(), 1);
    let late = ben.with(|group, _| {
        let inspected = inspect(group, &first.commit)?;
        group.accept(inspected)?;
        Ok(())
    });
    late.unwrap();
    assert_eq!(ben.epoch(), 2);
    let both = cem.with(|group, _| {
        group.clear_pending()?;
        let one = inspect(group, &first.commit)?;
        group.accept(one)
    });
    both.unwrap();
    let mut dan = group_of(3).remove(1);
    let foreign = {
        // The same group id and epoch in another world: its authenticated contents do not open here at all.
        dan.with(|group, identity| group.refresh(identity)).unwrap()
    };
    assert!(matches!(ben.open(&foreign.commit), Err(Error::Stale { .. })));
}
