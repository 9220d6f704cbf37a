//! Floor 1: `backchannel-relay`: blind, ordered logs of blocks, and live streams it never stores.
