import RubyEvaluation

/// What the notifications of a collection lead to, looked for once however many say the same; as long as nothing is
/// declared in between.
struct NoticeIndex {
  private var collection: ObjectIdentifier?
  private var count = 0
  private var targets: [String: RubyObject?] = [:]
  private var subscribing: [RubyObject] = []

  /// The resource that a notification of `type[name]` means.
  mutating func target(_ text: String, in collection: ResourceCollection) -> RubyObject? {
    refresh(for: collection)
    if let known = targets[text] { return known }
    let found = collection.last { $0.isKnown(as: text) }
    targets[text] = found
    return found
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
    targets = [:]
    subscribing = collection.resources.filter {
      ($0.payload as? ResourceState)?.state.subscribes.isEmpty == false
    }
  }
}
