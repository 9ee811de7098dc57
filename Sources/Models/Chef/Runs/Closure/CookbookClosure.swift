package import Source

/// The cookbooks of a run: those of the run list and everything that they depend on.
package struct CookbookClosure: Sendable {
  /// Each once, dependencies before those that need them: the order in which Chef loads them.
  package let order: [Cookbook]
  /// Cookbooks that the run wants and that are not here or not wholly seen, with why more of them may be on the guest.
  package let unknown: [String: UnknownReason]
  package let faults: [ChefFault]
  private let byName: [String: Cookbook]

  init(order: [Cookbook], unknown: [String: UnknownReason], faults: [ChefFault]) {
    self.order = order
    self.unknown = unknown
    self.faults = faults
    byName = Dictionary(order.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Those of the cookbooks that are not here that no fault tells of.
  package var untold: Set<String> {
    let told = faults.compactMap { fault in
      if case .missingCookbook(let name, _) = fault.kind { name } else { nil }
    }
    return Set(unknown.keys).subtracting(told).subtracting(byName.keys)
  }

  package subscript(name: String) -> Cookbook? { byName[name] }
}
