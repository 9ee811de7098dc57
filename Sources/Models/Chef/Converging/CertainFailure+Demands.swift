import RubyEvaluation

/// What several properties come to together.
extension CertainFailure {
  /// What Chef asks of the properties of one of its resources and that is not met.
  func demandFailure(_ action: String, _ state: ResourceState) -> Failure? {
    let demands = state.kind.facts?.demands ?? []
    for demand in demands where demand.actions.contains(action) {
      let given = demand.properties.map { isGiven($0, state) }
      let isBroken =
        switch demand.kind {
        case .any: given.allSatisfy { $0 == false }
        case .notTogether: given.allSatisfy { $0 == true }
        }
      if isBroken { return (demand.error, demand.words) }
    }
    return nil
  }

  /// Whether a property is given; nil where that cannot be told, and of an empty text.
  private func isGiven(_ name: String, _ state: ResourceState) -> Bool? {
    guard let value = state.state[name] else { return false }
    switch value.settled {
    case .nil: return false
    case .array(let list): return list.doubt == nil ? !list.elements.isEmpty : nil
    case .string(let text): return text.doubt == nil && !text.bytes.isEmpty ? true : nil
    case .hash: return true
    default: return nil
    }
  }

  /// People who are to be put into a group and taken out of it.
  func membersFailure(_ state: ResourceState) -> Failure? {
    guard case .array(let members)? = state.state["members"]?.settled,
      case .array(let excluded)? = state.state["excluded_members"]?.settled
    else { return nil }
    let names = Set(compiler.spellings(in: members.elements))
    guard let name = compiler.spellings(in: excluded.elements).first(where: names.contains) else {
      return nil
    }
    return (
      "Chef::Exceptions::ConflictingMembersInGroup",
      "`\(name)` is among `members` and among `excluded_members`"
    )
  }
}
