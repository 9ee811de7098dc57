package import Source

/// An option that is rendered only while the build runs, such as `execute_command`: parsed, with what is known of it.
package struct DeferredText: Sendable {
  /// The template with its places.
  package let text: DerivedText
  let scope: RenderScope
  /// Whether the values of the running build are fields as well.
  let hasBuildValues: Bool

  init(_ text: DerivedText, scope: RenderScope, hasBuildValues: Bool = false) {
    self.text = text
    self.scope = scope
    self.hasBuildValues = hasBuildValues
  }

  /// The text of a component's own default; `location` is the component.
  package init(default text: String, at location: Location) {
    var builder = DerivedTextBuilder()
    builder.append(generated: Array(text.utf8), by: location)
    self.init(builder.text(whole: location), scope: .empty)
  }

  package var location: Location { text.whole }

  /// A value for a field of the template.
  package enum Field: Sendable {
    case text(RunText)
    case flag(Bool)
    case number(Int)
    case list([RunText])
  }
}
