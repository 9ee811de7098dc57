/// What the tool that a dialect comes from would have said of an assertion, for that tool's own report formats.
package enum OriginalResult: Sendable, Hashable {
  case goss(GossResult)
  case structureTest(StructureTestResult)
}
