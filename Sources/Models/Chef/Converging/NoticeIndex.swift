import RubyEvaluation

/// The resources of a collection as notifications and subscriptions look for them.
struct NoticeIndex {
  /// By `type[name]`, the last of each.
  private(set) var named: [String: RubyObject] = [:]
  private let resources: [RubyObject]
  /// The positions of those that subscribe to something, by what they call it, and by the resource itself.
  private var subscribing: [String: [Int]] = [:]
  private var subscribingDirectly: [ObjectIdentifier: [Int]] = [:]

  init(_ resources: [RubyObject]) {
    self.resources = resources
    for (position, object) in resources.enumerated() {
      guard let state = object.payload as? ResourceState else { continue }
      for name in state.knownNames { named[name] = object }
      for notice in state.state.subscribes {
        switch notice.target {
        case .text(let text): subscribing[text, default: []].append(position)
        case .resource(let target):
          if let other = target.payload as? ResourceState {
            subscribingDirectly[ObjectIdentifier(other), default: []].append(position)
          }
        case .unknown: continue
        }
      }
    }
  }

  /// The resources that subscribe to one, in their order.
  func subscribers(of state: ResourceState) -> [RubyObject] {
    if subscribing.isEmpty, subscribingDirectly.isEmpty { return [] }
    let positions =
      state.knownNames.flatMap { subscribing[$0] ?? [] }
      + (subscribingDirectly[ObjectIdentifier(state)] ?? [])
    return Set(positions).sorted().map { resources[$0] }
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
