package import Source

/// What a `config_template` of Chef says of the folders in which a run looks, read line by line: a hint, since it is Ruby.
package struct ChefConfigurationTemplate {
  private let file: SourceFile

  package init(_ file: SourceFile) { self.file = file }

  /// Settings by which cookbooks, roles, environments and data bags are found.
  private static let pathSettings: Set = ["cookbook_path", "role_path", "data_bag_path", "environment_path"]

  /// Settings that lead to no folder of theirs.
  private static let otherSettings: Set = [
    "cache_type", "chef_license", "client_fork", "enable_reporting", "encrypted_data_bag_secret", "end",
    "environment", "file_backup_path", "file_cache_path", "json_attribs", "lockfile", "log_level",
    "log_location", "no_lazy_load", "no_proxy", "node_name", "http_proxy", "https_proxy", "solo",
    "ssl_verify_mode", "verbose_logging", "verify_api_cert",
  ]

  /// Why other folders than those of the provisioner's options may be looked into; nil where only theirs are.
  package var furtherFolders: UnknownReason? {
    var takesCookbookPaths = false
    for line in 1...max(1, file.lines.starts.count) {
      let range = file.lines.range(ofLine: line)
      let text = String(decoding: file.bytes[range.indices], as: UTF8.self)
      let bare = Self.withoutExpressions(text)
      guard let word = bare.split(whereSeparator: { $0.isWhitespace || $0 == "=" }).first.map(String.init),
        !word.hasPrefix("#")
      else { continue }
      if Self.otherSettings.contains(word) { continue }
      if Self.pathSettings.contains(word) {
        takesCookbookPaths =
          takesCookbookPaths || (word == "cookbook_path" && text.contains(".CookbookPaths"))
        let rest = bare.utf8.drop { $0 == 0x20 || $0 == 0x09 }.dropFirst(word.utf8.count)
        if !rest.contains(where: Self.isOfPath) { continue }
      }
      return UnknownReason(
        "`\(word)` of `\(file.id.path)` may name further folders", at: Location(file.id, range))
    }
    return takesCookbookPaths
      ? nil : UnknownReason("`\(file.id.path)` does not say that it takes `cookbook_paths`")
  }

  private static func isOfPath(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x2E...0x39).contains(byte)
  }

  /// The text without `{{…}}`.
  private static func withoutExpressions(_ text: String) -> String {
    var rest = text[...]
    var bare = ""
    while let open = rest.firstRange(of: "{{") {
      bare += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return bare }
      rest = rest[close.upperBound...]
    }
    return bare + rest
  }
}
