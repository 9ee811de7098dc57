/// What a node says of its system, as far as it is known: the words of Ohai.
package struct ChefPlatform: Sendable, Hashable {
  /// `os`: `linux`, `windows`.
  package var system: String?
  /// `platform_family`: `debian`, `rhel`.
  package var family: String?
  /// `platform`: `ubuntu`, `centos`.
  package var name: String?
  /// `platform_version`: `12`, `22.04`.
  package var version: String?

  package init(
    system: String? = nil, family: String? = nil, name: String? = nil, version: String? = nil
  ) {
    self.system = system
    self.family = family
    self.name = name
    self.version = version
  }
}
