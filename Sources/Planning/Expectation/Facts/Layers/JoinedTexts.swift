import Source

/// Short texts that are searched for secrets at once: one by one they are too many.
struct JoinedTexts<Origin> {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var origins: [Origin] = []

  /// Adds a text with what it is a part of.
  mutating func add(_ text: some Collection<UInt8>, _ origin: Origin) {
    starts.append(bytes.count)
    origins.append(origin)
    bytes.append(contentsOf: text)
    // No shape goes on behind the end of a line, but for that of a key, which may only lose its end.
    bytes.append(0x0A)
  }

  /// Whether they are enough for a search: those of a million entries would fill the memory.
  var areMany: Bool { bytes.count >= 1 << 20 }

  /// What was found, and where, in the order of the texts.
  var secrets: [(what: String, origin: Origin)] {
    SecretShape.all(in: bytes).sorted { $0.range < $1.range }.map { shape in
      (shape.what, origins[place(of: shape.range.start)])
    }
  }

  /// The last text that begins at an offset or before.
  private func place(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
