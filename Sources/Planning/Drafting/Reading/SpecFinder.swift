package import Host

/// Finds the spec that belongs to a template.
package enum SpecFinder {
  /// The endings of a spec's name, in the order in which they are looked for.
  package static let endings = [".spec.yaml", ".spec.yml", ".spec.json"]

  /// The path of `NAME.spec.yaml` beside the template `NAME.json` or `NAME.yaml`; nil where there is none.
  package static func spec(beside template: String, in files: some FileTree) -> String? {
    let slash =
      template.utf8.lastIndex(of: UInt8(ascii: "/")).map { template.utf8.index(after: $0) }
      ?? template.startIndex
    let name = template[slash...]
    // A template without a suffix gives its whole name; a name that begins with a dot has no suffix there.
    let stem = name.dropFirst().lastIndex(of: ".").map { template[..<$0] } ?? template[...]
    return endings.lazy.map { stem + $0 }.first { files.status($0)?.kind == .file }
  }
}
