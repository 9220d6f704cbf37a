//! Floor 0: exactly what the relay may see: ids, sequence numbers, fixed blocks of ciphertext.
