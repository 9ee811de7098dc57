/// A packing that is known by its first bytes, and not read.
struct UnreadPacking: Sendable, Hashable {
  /// How people call it, and the program that unpacks it.
  let name: String
  let program: String

  private static let all: [(start: [UInt8], packing: UnreadPacking)] = [
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], UnreadPacking(name: "xz", program: "xz")),
    ([0x42, 0x5A, 0x68], UnreadPacking(name: "bzip2", program: "bzip2")),
    ([0x04, 0x22, 0x4D, 0x18], UnreadPacking(name: "lz4", program: "lz4")),
  ]

  private init(name: String, program: String) {
    self.name = name
    self.program = program
  }

  /// What some bytes begin with; nil for anything else.
  init?(start: [UInt8]) {
    guard let found = Self.all.first(where: { start.starts(with: $0.start) }) else { return nil }
    self = found.packing
  }

  func refusal(of file: String) -> ImageError {
    ImageError(
      .malformed,
      "`\(file)` is packed with \(name), which is not read here, but plain tars and gzip and zstd are: unpack it with `\(program) -dc \(file) >plain.tar`"
    )
  }
}
