import Source

/// Why docker makes no container with a mount, in its words.
enum MountRefusal {
  /// The words of an option, each a choice of its own: of one choice there may be one word.
  private static let choices: [Set<String>] = [
    ["rw", "ro"], ["z", "Z"], ["shared", "rshared", "slave", "rslave", "private", "rprivate"],
    ["consistent", "cached", "delegated", "default"],
  ]

  /// nil where docker takes `SOURCE:DESTINATION[:OPTIONS]`, or `DESTINATION` alone.
  static func reason(of text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    let refusal = "API error (500): invalid volume specification: '\(text)'"
    guard parts.count <= 3, !parts.prefix(2).contains("") else { return refusal }
    if parts.count == 3, !isMode(parts[2]) { return "API error (500): invalid mode: \(parts[2])" }
    let isBind = parts.count > 1 && isWhole(parts[0])
    let destination = parts.count > 1 ? parts[1] : parts[0]
    let kind = ": invalid mount config for type \"\(isBind ? "bind" : "volume")\""
    guard isWhole(destination) else {
      return "\(refusal)\(kind): invalid mount path: '\(destination)' mount path must be absolute"
    }
    guard !destination.pathParts.isEmpty else {
      return "\(refusal)\(kind): invalid specification: destination can't be '/'"
    }
    return parts.count > 1 && !isBind ? reason(ofVolume: parts[0]) : nil
  }

  private static func isWhole(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  private static func isMode(_ text: String) -> Bool {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let chosen = words.map { word in choices.firstIndex { $0.contains(word) } }
    return !chosen.contains(nil) && Set(chosen).count == chosen.count
  }

  private static func reason(ofVolume name: String) -> String? {
    let refusal = "API error (400): create \(name):"
    let letters = Array(name.utf8)
    if letters.count == 1 {
      return "\(refusal) volume name is too short, names should be at least two alphanumeric characters"
    }
    guard let first = letters.first, isLetter(first),
      letters.allSatisfy({ isLetter($0) || "_.-".utf8.contains($0) })
    else {
      return "\(refusal) \"\(name)\" includes invalid characters for a local volume name, "
        + "only \"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. "
        + "If you intended to pass a host directory, use absolute path"
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
