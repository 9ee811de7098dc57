/// What differs between the programs that render Go's templates.
package struct GoSemantics: Sendable {
  /// Whether reading a key that a map does not hold is a fault (`missingkey=error`).
  let faultsOnMissingKeys: Bool
  /// Whether the first fault ends the rendering; else the rest is rendered for what else is wrong in it.
  let stopsAtFaults: Bool
  /// Whether `range 3` counts from 0 to 2, as newer versions of Go do.
  let countsRanges: Bool
  /// Go's name of the data's type, where its fields are those of a struct.
  let rootType: String?
  /// The name of a template in messages.
  let templateName: String

  /// Packer: what is missing is no value.
  package static let packer = GoSemantics(
    faultsOnMissingKeys: false, stopsAtFaults: false, countsRanges: false, rootType: nil, templateName: "root"
  )
  /// goss 0.4.9.
  package static let goss = GoSemantics(
    faultsOnMissingKeys: true, stopsAtFaults: true, countsRanges: true, rootType: "*goss.TmplVars",
    templateName: "test")
}
