package import Diagnostics
package import Source

/// A part of a template that is written as older releases of Packer wanted it, with what it becomes.
package struct TemplateRewrite: Sendable {
  package enum Change: Sendable, Hashable {
    /// An option has another name.
    case renamed(String, to: String)
    /// An option is gone, and nothing replaces it.
    case removed(String)
    /// A component's type has another name.
    case retyped(String, to: String)
    /// Something else: what is wrong and what to do, in words.
    case reshaped(String, help: String)
  }

  package let change: Change
  /// The component that it belongs to, in words: "builder `qemu`".
  package let subject: String
  /// The places of the keys or values that are old; the first is the one to point at.
  package let places: [Location]
  /// What mends it; nil where the document does not let itself be changed so.
  package let fix: Fix?

  init(_ change: Change, of component: TemplateComponent, at places: [Location], _ fix: Fix?) {
    self.change = change
    subject = "\(component.kind.words) `\(component.type?.value ?? "")`"
    self.places = places
    self.fix = fix
  }
}
