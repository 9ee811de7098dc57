import Source

/// The full name of an image with its registry and its tag, which the original wants for a layout.
enum StrictTag {
  private static let small = "abcdefghijklmnopqrstuvwxyz0123456789_-."
  private static let large = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  /// What the original says of a name that is none; nil where it is one.
  static func fault(of text: String) -> String? {
    let (base, tag) = parts(of: text)
    if tag == "" { return "\(text) must specify a tag name after the colon" }
    if let fault = fault(of: tag ?? "", "tag", small + large, 1, 128) { return fault }
    let (registry, repository) = split(base)
    if repository.isEmpty { return "a repository name must be specified" }
    if let fault = fault(of: repository, "repository", small + "/", 2, 255) { return fault }
    guard let registry else { return "strict validation requires the registry to be explicitly defined" }
    let isDockerHub = ["index.docker.io", "docker.io"].contains(registry)
    return isDockerHub && !repository.utf8.contains(UInt8(ascii: "/"))
      ? "strict validation requires the full repository path (missing 'library')" : nil
  }

  /// What stands before and behind the last colon, where no slash follows it: then it is that of a port.
  private static func parts(of text: String) -> (base: String, tag: String?) {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return (text, nil) }
    let tag = String(text[text.utf8.index(after: colon)...])
    return tag.utf8.contains(UInt8(ascii: "/")) ? (text, nil) : (String(text[..<colon]), tag)
  }

  /// A first part with a full stop or a colon is a registry.
  private static func split(_ base: String) -> (registry: String?, repository: String) {
    guard let slash = base.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (nil, base) }
    let head = String(base[..<slash])
    guard head.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }) else {
      return (nil, base)
    }
    return (head, String(base[base.utf8.index(after: slash)...]))
  }

  private static func fault(
    of text: String, _ name: String, _ letters: String, _ least: Int, _ most: Int
  ) -> String? {
    guard (least...most).contains(text.utf8.count) else {
      return "\(name) must be between \(least) and \(most) characters in length: \(text)"
    }
    return text.utf8.allSatisfy(letters.utf8.contains)
      ? nil : "\(name) can only contain the characters `\(letters)`: \(text)"
  }
}
