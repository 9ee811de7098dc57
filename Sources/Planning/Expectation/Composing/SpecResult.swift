package import Diagnostics
package import Source

/// A spec as it was read, with what is wrong in it.
package struct SpecResult: Sendable {
  package let spec: OvenproofSpec
  package let diagnostics: [Diagnostic]
  /// The file and those that it includes.
  package let sources: [SourceFile]
  /// The names of all inputs that it takes.
  package let inputNames: Set<String>
}
