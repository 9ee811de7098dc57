/// What is known of the machine: Ohai's attributes.
package struct NodeFacts: Sendable, Hashable {
  package var platform: ChefPlatform
  /// The automatic attributes as far as they are known.
  package var attributes: PlainValue
  /// The node's name; by default what `fqdn` says.
  package var nodeName: String?
  /// Whether systemd is process 1; nil where that cannot be told.
  package var runsSystemd: Bool?
  /// Whether it is a container, where Ohai finds no cloud.
  package var isContainer = false
  /// Whether the container runs nothing, and nothing was put into it but what its image holds.
  package var isFresh = false
  /// What Chef's configuration says: `file_cache_path`.
  package var configuration: [String: String] = [:]
  /// Whether all automatic attributes are there: what is not, is not on the machine either.
  package var isComplete: Bool

  package init(platform: ChefPlatform, attributes: PlainValue, isComplete: Bool = false) {
    self.platform = platform
    self.attributes = attributes
    self.isComplete = isComplete
  }
}
