import RubyEvaluation

/// The resources of a collection as notifications and subscriptions look for them.
struct NoticeIndex {
  /// By `type[name]`, the last of each.
  private(set) var named: [String: RubyObject] = [:]
  /// Those that subscribe to something.
  private(set) var subscribing: [RubyObject] = []

  init(_ resources: [RubyObject]) {
    for object in resources {
      guard let state = object.payload as? ResourceState else { continue }
      for name in state.knownNames { named[name] = object }
      if !state.state.subscribes.isEmpty { subscribing.append(object) }
    }
  }
}

extension ResourceState {
  /// What a notification may call it: `type[name]`; nothing where its name cannot be told.
  var knownNames: [String] {
    guard case .string(let name) = name else { return [] }
    let own = "\(type)[\(name.string)]"
    guard let other = kind.name, other != type else { return [own] }
    return [own, "\(other)[\(name.string)]"]
  }
}
