/// What the compress post-processor makes, told by the ending of its output's name.
struct CompressionForm: Sendable, Hashable {
  enum Archive: Sendable, Hashable { case tar, zip }
  enum Algorithm: String, Sendable, Hashable { case gzip, lz4, bgzf, xz }

  /// Nil for a single file that is compressed as it is.
  let archive: Archive?
  /// Nil for no compression beyond the archive's own.
  let algorithm: Algorithm?

  /// Reads the last two endings of a name, `format` taken for one more; what is not known is a tar in gzip, as in Packer.
  init(output: String, format: String?) {
    let name = format.map { $0.isEmpty ? output : "\(output).\($0)" } ?? output
    let endings = Self.endings(of: name)
    let last = endings.last ?? ""
    let isTar = endings.dropLast().last == "tar"
    switch last {
    case "tar": self.init(.tar, nil)
    case "zip": self.init(.zip, nil)
    case "gz": self.init(isTar ? .tar : nil, .gzip)
    case "lz4", "bgzf", "xz": self.init(isTar ? .tar : nil, Algorithm(rawValue: last))
    default: self.init(.tar, .gzip)
    }
  }

  private init(_ archive: Archive?, _ algorithm: Algorithm?) {
    self.archive = archive
    self.algorithm = algorithm
  }

  /// Every run of lower-case letters and digits behind a dot, folders' names included.
  private static func endings(of name: String) -> [String] {
    name.utf8.split(separator: 0x2E, omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      let ending = piece.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      return ending.isEmpty ? nil : String(decoding: ending, as: UTF8.self)
    }
  }
}
