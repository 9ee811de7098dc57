import Engine

extension CollectedBytes {
  /// What a small program has printed.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines without their ends, empty ones left out.
  var lines: [String] { bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }
}
