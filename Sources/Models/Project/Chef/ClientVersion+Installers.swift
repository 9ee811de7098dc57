import Chef

extension ClientVersion {
  /// Reads a `version` option: `14.2.0`, `14`, `latest`.
  init(option text: String) {
    self = text.isEmpty || text == "latest" ? .latest : ClientVersion(requested: text) ?? .any
  }

  /// The version that a text of shell commands installs; nil where it does not install Chef in a way that is known.
  init?(installedBy text: String) {
    let words = text.split { $0.isWhitespace || "'\";|&()`".contains($0) }.map(String.init)
    let isScript = text.contains("chef") && text.contains("install.") && text.contains("://")
    let isPackage =
      words.contains("install") && words.contains("chef")
      && ["gem", "apt-get", "apt", "yum", "dnf", "zypper", "apk"].contains { words.contains($0) }
    if let file = words.lazy.compactMap(Self.packageFile).first {
      self = file
    } else if isScript || isPackage {
      self = Self.wanted(words)
    } else {
      return nil
    }
  }

  /// What `-v` asks for among the words of a command.
  private static func wanted(_ words: [String]) -> ClientVersion {
    for (index, word) in words.enumerated() {
      if word == "-v" || word == "--version" {
        return index + 1 < words.count ? ClientVersion(requested: words[index + 1]) ?? .any : .any
      }
      if word.hasPrefix("-v"), let version = ClientVersion(requested: String(word.dropFirst(2))) {
        return version
      }
      if word.hasPrefix("--version=") {
        return ClientVersion(requested: String(word.dropFirst("--version=".utf8.count))) ?? .any
      }
    }
    return .latest
  }

  /// The version in the name of a package's file, `chef_12.21.31-1_amd64.deb`.
  private static func packageFile(_ word: String) -> ClientVersion? {
    guard let name = word.split(separator: "/").last,
      [".deb", ".rpm", ".msi", ".dmg"].contains(where: { name.hasSuffix($0) })
    else { return nil }
    for prefix in ["chef_", "chef-"] where name.hasPrefix(prefix) {
      let version = name.dropFirst(prefix.utf8.count).prefix { $0.isASCII && $0.isNumber || $0 == "." }
      return ClientVersion(requested: String(version))
    }
    return nil
  }
}
