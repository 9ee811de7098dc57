/// What is known of a resource that comes with Chef: a file of `rules/chef/resources`, with those that it builds on.
package struct ResourceFacts: Sendable {
  /// The name of the class below `Chef::Resource`: `AptPackage`.
  package let className: String
  /// The name by which it is found: `apt_package`.
  package let name: String
  /// The resource whose properties and actions it shares: `package`.
  package let parent: String?
  /// Whether recipes can call it by its name.
  package let isCallable: Bool
  /// All actions besides `nothing`, inherited ones included.
  package let actions: [String]
  /// What it does unless told otherwise.
  package let defaultAction: [String]
  /// The properties by name, inherited ones included.
  package let properties: [String: PropertyFacts]
  /// What is asked of several properties together.
  let demands: [PropertyDemand]
  /// The first version of Chef that has it.
  package let since: String?
  package let isDeprecated: Bool

  /// The property that a name stands for; an alias is followed.
  package func property(_ name: String) -> (name: String, facts: PropertyFacts)? {
    guard let facts = properties[name] else { return nil }
    guard let target = facts.alias else { return (name, facts) }
    return properties[target].map { (target, $0) }
  }
}
