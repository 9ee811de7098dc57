import Source

/// Cuts streams of bytes into lines, keeps the last ones, and masks secrets.
actor LineAssembler {
  /// How many lines a step's tail keeps.
  private static let tailLength = 20
  /// A line without an end is cut here, so that a program that prints none cannot fill the memory.
  private static let longestLine = 64 << 10

  private let mask: SecretMask
  private let emit: @Sendable (String) async -> Void
  private var pending: [[UInt8]] = [[], []]
  private(set) var tail: [String] = []
  /// How many lines there have been.
  private(set) var count = 0

  init(mask: SecretMask, emit: @escaping @Sendable (String) async -> Void) {
    self.mask = mask
    self.emit = emit
  }

  /// The lines after the first ones, as far as they are kept.
  func tail(after first: Int) -> [String] { Array(tail.suffix(max(0, count - first))) }

  /// Takes bytes of one of the two streams (0 output, 1 error).
  func append(_ bytes: [UInt8], stream: Int) async {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = pending[stream] + rest[..<end]
      pending[stream] = []
      rest = rest[(end + 1)...]
      await finish(line)
    }
    pending[stream] += rest
    while pending[stream].count > Self.longestLine {
      let line = Array(pending[stream].prefix(Self.longestLine))
      pending[stream].removeFirst(line.count)
      await finish(line)
    }
  }

  /// Emits what is left without a line end.
  func flush() async {
    for stream in pending.indices where !pending[stream].isEmpty {
      let line = pending[stream]
      pending[stream] = []
      await finish(line)
    }
  }

  private func finish(_ line: [UInt8]) async {
    var line = line
    // A progress bar rewrites its line with CR: only the last state is worth a line.
    if line.last == 0x0D { line.removeLast() }
    if let restart = line.lastIndex(of: 0x0D) { line.removeFirst(restart + 1) }
    let text = mask.masking(String(decoding: TerminalText.plain(line), as: UTF8.self))
    tail.append(text)
    count += 1
    if tail.count > Self.tailLength { tail.removeFirst() }
    await emit(text)
  }
}
