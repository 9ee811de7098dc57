import DataSyntax
import Source

/// What the names of images say of the system in them: the file `rules/chef/platforms.yaml`.
package struct PlatformTable: Sendable {
  private struct Entry: Sendable {
    let platform: String
    let family: String
    let version: String?
    /// The version by the first word of a tag.
    let versions: [String: String]
  }

  private let entries: [String: Entry]

  /// Nothing is known.
  package static let empty = PlatformTable(entries: [:])

  private init(entries: [String: Entry]) { self.entries = entries }

  /// Reads the file, packed as JSON or as YAML.
  package init(_ bytes: [UInt8]) {
    let text = DerivedText(SourceFile(FileID("platforms.yaml"), bytes: bytes))
    let root = DataParser.parse(text, as: bytes.first == UInt8(ascii: "{") ? .json : .yaml).tree.root
    var entries: [String: Entry] = [:]
    for entry in root.entries {
      guard let name = entry.key.string, let platform = entry.value["platform"]?.string,
        let family = entry.value["family"]?.string
      else { continue }
      var versions: [String: String] = [:]
      for version in entry.value["versions"]?.entries ?? [] where version.value.kind == .string {
        if let word = version.key.string { versions[word] = version.value.string }
      }
      entries[name] = Entry(
        platform: platform, family: family, version: entry.value["version"]?.string, versions: versions)
    }
    self.entries = entries
  }

  /// The platform of an image by its name and tag, as far as they tell.
  package func platform(ofImage reference: String) -> ChefPlatform {
    let bare = reference.split(separator: "@", maxSplits: 1).first.map(String.init) ?? reference
    var parts = bare.split(separator: "/").map(String.init)
    guard let last = parts.popLast() else { return ChefPlatform() }
    let named = last.split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = named.first else { return ChefPlatform() }
    let full = parts.last.map { "\($0)/\(name)" }
    guard let entry = full.flatMap({ entries[$0] }) ?? entries[name] else { return ChefPlatform() }
    let tag = named.count > 1 ? named[1] : nil
    return ChefPlatform(
      system: "linux", family: entry.family, name: entry.platform,
      version: entry.version ?? tag.flatMap { version(of: $0, entry) })
  }

  /// `bookworm-slim` → 12, `22.04` → 22.04; nil where a tag names no version.
  private func version(of tag: String, _ entry: Entry) -> String? {
    let word = tag.split(separator: "-").first.map(String.init) ?? tag
    if let known = entry.versions[word] { return known }
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let first = digits.first, first != "." else { return nil }
    return String(digits)
  }

  /// The word of a tag that names a version in letters alone: `bookworm`.
  package func codename(of platform: ChefPlatform) -> String? {
    let versions = entries.values.filter { $0.platform == platform.name }.flatMap(\.versions)
    return versions.filter { $0.value == platform.version && $0.key.allSatisfy(\.isLetter) }.map(\.key).min()
  }
}
