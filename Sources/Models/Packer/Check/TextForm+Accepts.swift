import Source

extension TextForm {
  /// The form in words for people.
  package var words: String {
    switch self {
    case .address: "an IP address, or one with a prefix length such as `10.0.0.0/8`"
    case .cidr: "an IP address with a prefix length such as `10.0.0.0/8`"
    case .tunnel: "`PORT:HOST:PORT`"
    case .checksum: "`none`, `file:PATH`, or a digest such as `sha256:` with hexadecimal digits"
    case .windowsPassword:
      "8 to 123 signs with three of: an upper-case letter, a lower-case letter, a digit, another sign"
    case .host: "the name or address of a host, such as `vcenter.example.org:443`"
    case .url: "an address such as `https://host.example.org:8006/path`"
    case .bootCommand: "a boot command whose waits are positive, such as `<wait5s>`"
    }
  }

  /// Whether a text has the form, as far as the text alone can tell.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .address: Self.isAddress(text) || Self.isNetwork(text)
    case .cidr: Self.isNetwork(text)
    case .tunnel: Self.isTunnel(text)
    case .checksum: Self.isChecksum(text)
    case .windowsPassword: Self.isWindowsPassword(text)
    case .host: GoURL.isHost(text)
    case .url: GoURL.parses(text)
    case .bootCommand: Self.hasPositiveWaits(text)
    }
  }

  private static func isNetwork(_ text: String) -> Bool {
    let parts = text.parts(separatedBy: "/")
    guard parts.count == 2, isAddress(parts[0]), isNumber(parts[1]), let length = Int(parts[1]) else {
      return false
    }
    return length <= (parts[0].contains(":") ? 128 : 32)
  }

  private static func isAddress(_ text: String) -> Bool {
    if text.contains(":") { return isLongAddress(text) }
    let parts = text.parts(separatedBy: ".")
    return parts.count == 4 && parts.allSatisfy { isNumber($0) && Int($0) ?? 256 < 256 }
  }

  /// An IPv6 address: groups of up to four hexadecimal digits, one gap allowed.
  private static func isLongAddress(_ text: String) -> Bool {
    let halves = text.parts(separatedBy: "::")
    guard halves.count <= 2 else { return false }
    let groups = halves.flatMap { $0.isEmpty ? [] : $0.parts(separatedBy: ":") }
    let areSound = groups.allSatisfy { 1...4 ~= $0.utf8.count && Int($0, radix: 16) != nil }
    return areSound && (halves.count == 2 ? groups.count < 8 : groups.count == 8)
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func isTunnel(_ text: String) -> Bool {
    let parts = text.parts(separatedBy: ":")
    guard parts.count == 3, !parts[1].isEmpty else { return false }
    return [parts[0], parts[2]].allSatisfy { isNumber($0) && Int($0) ?? 65536 < 65536 }
  }

  private static func isChecksum(_ text: String) -> Bool {
    if text == "none" { return true }
    if text.lowercased().hasSuffix(".iso") { return false }
    let parts = text.parts(separatedBy: ":")
    guard parts.count > 1 else { return isDigest(text) && [32, 40, 64, 128].contains(text.utf8.count) }
    switch parts[0] {
    case "file": return true
    case "md5", "sha1", "sha256", "sha512": return parts.count == 2 && isDigest(parts[1])
    default: return false
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count % 2 == 0
      && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0 }
  }

  private static func isWindowsPassword(_ text: String) -> Bool {
    guard 8...123 ~= text.utf8.count else { return false }
    let kinds: [(UInt8) -> Bool] = [
      { 0x41...0x5A ~= $0 }, { 0x61...0x7A ~= $0 }, { 0x30...0x39 ~= $0 },
      { !(0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0) },
    ]
    return kinds.count { text.utf8.contains(where: $0) } >= 3
  }

  /// Waits are whole seconds or Go durations: `<wait>`, `<wait5>`, `<wait1m20s>`.
  private static func hasPositiveWaits(_ text: String) -> Bool {
    for part in text.parts(separatedBy: "<wait").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { continue }
      let span = String(part[..<end])
      if span.isEmpty { continue }
      if let seconds = Int(span) {
        if seconds <= 0 { return false }
      } else if let duration = GoDuration(span), duration.nanoseconds <= 0 {
        return false
      }
    }
    return true
  }
}
