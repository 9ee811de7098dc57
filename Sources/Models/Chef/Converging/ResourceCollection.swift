import RubyEvaluation

/// The resources of a run, or of one action of a custom resource, in their order.
///
/// A class because the run's own and those of actions lie in each other, and code of either adds to both.
final class ResourceCollection {
  var resources: [RubyObject] = [] { didSet { index = nil } }
  /// The one in which the resource stands whose action declares these.
  let outer: ResourceCollection?
  /// Whether each is taken as soon as it is declared.
  let isUnified: Bool
  /// What notifications ask for, made once all is declared; nil after a change.
  private var index: NoticeIndex?

  init(in outer: ResourceCollection? = nil, isUnified: Bool = false) {
    self.outer = outer
    self.isUnified = isUnified
  }

  /// The last resource that a condition holds for, looked for here first and then further out.
  func last(where holds: (ResourceState) -> Bool) -> RubyObject? {
    var current: ResourceCollection? = self
    while let collection = current {
      let found = collection.resources.last { ($0.payload as? ResourceState).map(holds) ?? false }
      if let found { return found }
      current = collection.outer
    }
    return nil
  }

  /// The resource that a notification of `type[name]` means, looked for here first and then further out.
  func target(_ text: String) -> RubyObject? {
    var current: ResourceCollection? = self
    while let collection = current {
      if let found = collection.notices().named[text] { return found }
      current = collection.outer
    }
    return nil
  }

  /// The resources here that subscribe to one.
  func subscribers(of state: ResourceState) -> [RubyObject] {
    notices().subscribers(of: state)
  }

  private func notices() -> NoticeIndex {
    if let index { return index }
    let made = NoticeIndex(resources)
    index = made
    return made
  }
}
