//! Floor 2: pure state of a dialogue: events in total order in, state out. No I/O, no clock, no randomness.
