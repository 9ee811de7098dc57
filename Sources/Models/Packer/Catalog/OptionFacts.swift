/// What is known of one option of a component.
package struct OptionFacts: Sendable {
  package let name: String
  package let type: OptionType
  /// Always required; conditions are rules of the component.
  package var isRequired = false
  /// Its value is a secret.
  package var isSensitive = false
  /// Still accepted, and advised against.
  package var isDeprecated = false
  /// Known to Packer's decoder by accident; nobody should write it.
  package var isInternal = false
  /// Rendered only while the build runs, with `fields`.
  package var isDeferred = false
  /// The fields (`Path` for `{{.Path}}`) that are there when the option is finally rendered.
  package var fields: [String] = []
  /// Whether every build value is a field as well.
  package var hasBuildValueFields = false
  /// What the value stands for as a path on the host.
  package var path: PathKind?
  /// When the path is looked at; nil for always.
  package var pathCondition: OptionCondition?
  /// The value that holds where nothing is written, for the conditions of rules.
  package var defaultValue: String?
  /// The first release that has it, where Packer 1.6.6 does not.
  package var since: String?
  /// The first release that no longer has it.
  package var goneSince: String?
  /// The type that newer releases give it.
  package var laterType: OptionType?
  /// The options of an object, or of the objects in a list.
  package var options: [String: OptionFacts] = [:]

  package init(name: String, type: OptionType) {
    self.name = name
    self.type = type
  }

  /// What Packer wants to find at a path, when it validates.
  package enum PathKind: String, Sendable, CaseIterable {
    case file, folder
    /// A file or a folder.
    case any
    /// A file or a folder; one with `*`, `?` or `[` is a pattern that need not match anything.
    case anyOrPattern = "any-or-pattern"
    /// Anything or nothing, but no folder.
    case notFolder = "not-folder"
    /// Nothing may be there.
    case nothing
    /// A file that stands behind `file:` in a checksum.
    case checksumFile = "checksum-file"
    /// A file with a private key that no passphrase protects.
    case privateKey = "private-key"
    /// A file with a private key for RSA alone, in its oldest form.
    case rsaPrivateKey = "rsa-private-key"
    /// A file with an object in JSON.
    case jsonObject = "json-object"
    /// A file with a certificate for a key of SSH.
    case certificate
    /// The JSON of a Google account, or a file that holds it.
    case googleAccount = "google-account"
    /// A path that Packer reads on the host, whose existence it does not check.
    case unchecked
  }
}
