/// Reads the text of an image reference byte by byte.
struct ImageReferenceParser {
  private let text: String
  private var rest: Substring.UTF8View

  init(_ text: String) {
    self.text = text
    rest = text[...].utf8
  }

  mutating func reference() throws(ImageReferenceFault) -> ImageReference {
    if text.isEmpty { throw ImageReferenceFault("it is empty") }
    if Digest(hex: text) != nil {
      throw ImageReferenceFault(
        "64 hex digits are the id of an image, not a name; write `sha256:` before them")
    }
    let digest = try takeDigest()
    let tag = try takeTag()
    let domain = takeDomain()
    var path = String(Substring(rest))
    try check(path: path)
    if let domain { try check(domain: domain) }
    let isDefault = domain == nil || domain == "docker.io" || domain == "index.docker.io"
    if isDefault, !path.utf8.contains(0x2F) { path = "library/" + path }
    return ImageReference(
      domain: isDefault ? "docker.io" : domain ?? "docker.io", path: path, tag: tag, digest: digest)
  }

  /// Cuts `@digest` off the end.
  private mutating func takeDigest() throws(ImageReferenceFault) -> Digest? {
    guard let at = rest.firstIndex(of: 0x40) else { return nil }
    let written = String(Substring(rest[rest.index(after: at)...]))
    rest = rest[..<at]
    guard let colon = written.utf8.firstIndex(of: 0x3A) else {
      throw ImageReferenceFault("`\(written)` is not a digest; a digest is `sha256:` and 64 hex digits")
    }
    let algorithm = written[..<colon]
    guard algorithm == "sha256" else {
      throw ImageReferenceFault("its digest uses `\(algorithm)`; only sha256 is known")
    }
    guard let digest = Digest(written) else {
      throw ImageReferenceFault("its digest is not 64 lower-case hex digits long")
    }
    return digest
  }

  /// Cuts `:tag` off the end; a colon before a slash belongs to a port.
  private mutating func takeTag() throws(ImageReferenceFault) -> String? {
    guard let colon = rest.lastIndex(of: 0x3A), !rest[colon...].contains(0x2F) else { return nil }
    let tag = rest[rest.index(after: colon)...]
    guard let first = tag.first else { throw ImageReferenceFault("its tag is empty") }
    guard Self.isWord(first) else { throw ImageReferenceFault("a tag starts with a letter, a digit or `_`") }
    guard tag.allSatisfy({ Self.isWord($0) || $0 == 0x2E || $0 == 0x2D }) else {
      throw ImageReferenceFault("its tag holds other than letters, digits, `_`, `.` and `-`")
    }
    guard tag.count <= 128 else { throw ImageReferenceFault("its tag is longer than 128 characters") }
    rest = rest[..<colon]
    return String(Substring(tag))
  }

  /// Cuts the registry off the front: a first part with a dot, a colon or a capital, or `localhost`.
  private mutating func takeDomain() -> String? {
    guard let slash = rest.firstIndex(of: 0x2F) else { return nil }
    let first = rest[..<slash]
    let isDomain = first.contains { $0 == 0x2E || $0 == 0x3A || (0x41...0x5A).contains($0) }
    guard isDomain || first.elementsEqual("localhost".utf8) else { return nil }
    rest = rest[rest.index(after: slash)...]
    return String(Substring(first))
  }

  private func check(path: String) throws(ImageReferenceFault) {
    guard path.utf8.count <= 255 else { throw ImageReferenceFault("its name is longer than 255 characters") }
    guard !path.utf8.contains(where: { (0x41...0x5A).contains($0) }) else {
      throw ImageReferenceFault("a repository name is lower-case")
    }
    for part in path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false) {
      guard !part.isEmpty else { throw ImageReferenceFault("a part of its name is empty") }
      guard Self.isPathComponent(part) else {
        throw ImageReferenceFault(
          "`\(Substring(part))` is not a name: letters and digits, with `.`, `_`, `__` or dashes between them"
        )
      }
    }
  }

  private func check(domain: String) throws(ImageReferenceFault) {
    var host = domain[...]
    if let colon = domain.lastIndex(of: ":"), !domain[colon...].utf8.contains(0x5D) {
      let port = domain[domain.index(after: colon)...]
      guard !port.isEmpty, port.utf8.allSatisfy(Self.isDigit), UInt16(port) != nil else {
        throw ImageReferenceFault("`\(port)` is not a port")
      }
      host = domain[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") {
      let isAddress = host.dropFirst().dropLast().utf8.allSatisfy {
        Self.isHex($0) || $0 == 0x3A || $0 == 0x2E
      }
      if isAddress, host.utf8.count > 2 { return }
    }
    let parts = host.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.allSatisfy(Self.isHostComponent) else {
      throw ImageReferenceFault("`\(host)` is not the name of a host")
    }
  }

  /// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
  private static func isPathComponent(_ part: Substring.UTF8View) -> Bool {
    var separator: [UInt8] = []
    var hasName = false
    for byte in part {
      if isDigit(byte) || (0x61...0x7A).contains(byte) {
        let isJoint =
          separator.isEmpty || separator == [0x2E] || separator == [0x5F] || separator == [0x5F, 0x5F]
        guard isJoint || separator.allSatisfy({ $0 == 0x2D }) else { return false }
        separator = []
        hasName = true
      } else {
        guard hasName, byte == 0x2E || byte == 0x5F || byte == 0x2D else { return false }
        separator.append(byte)
      }
    }
    return hasName && separator.isEmpty
  }

  private static func isHostComponent(_ part: Substring.UTF8View) -> Bool {
    guard let first = part.first, let last = part.last, first != 0x2D, last != 0x2D else { return false }
    return part.allSatisfy { isWord($0) && $0 != 0x5F || $0 == 0x2D }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
}
