package import Diagnostics

/// A check: stateless, named after its page.
package protocol Rule: Sendable {
  static var id: RuleID { get }
}
