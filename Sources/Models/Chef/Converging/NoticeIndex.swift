import RubyEvaluation

/// What the notifications of a collection lead to, as long as nothing is declared in between.
struct NoticeIndex {
  private var collection: ObjectIdentifier?
  private var count = 0
  /// By `type[name]`, the last of each.
  private var named: [String: RubyObject] = [:]
  private var subscribing: [RubyObject] = []

  /// The resource that a notification of `type[name]` means.
  mutating func target(_ text: String, in collection: ResourceCollection) -> RubyObject? {
    refresh(for: collection)
    return named[text] ?? collection.outer?.last { $0.isKnown(as: text) }
  }

  /// The resources that subscribe to one.
  mutating func subscribers(of state: ResourceState, in collection: ResourceCollection) -> [RubyObject] {
    refresh(for: collection)
    return subscribing.filter { object in
      guard let other = object.payload as? ResourceState else { return false }
      return other.state.subscribes.contains { notice in
        switch notice.target {
        case .text(let text): state.isKnown(as: text)
        case .resource(let target): target.payload as? ResourceState === state
        case .unknown: false
        }
      }
    }
  }

  private mutating func refresh(for collection: ResourceCollection) {
    let identity = ObjectIdentifier(collection)
    guard self.collection != identity || count != collection.resources.count else { return }
    self.collection = identity
    count = collection.resources.count
    named = [:]
    for object in collection.resources {
      for name in (object.payload as? ResourceState)?.knownNames ?? [] { named[name] = object }
    }
    subscribing = collection.resources.filter {
      ($0.payload as? ResourceState)?.state.subscribes.isEmpty == false
    }
  }
}
