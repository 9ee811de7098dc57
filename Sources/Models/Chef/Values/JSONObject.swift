import DataSyntax
import Diagnostics
import Source

/// JSON files as Chef reads them.
enum JSONObject {
  /// The value of a file, with what its parser refuses; comments are taken.
  static func read(
    _ file: SourceFile, as object: ChefFault.PolicyObject
  ) -> (value: PlainValue?, fault: ChefFault?) {
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
    if let refusal = diagnostics.first(where: { $0.severity == .error }) {
      let fault = ChefFault(
        .malformedJSON(object, message: refusal.message), at: refusal.primary, labels: refusal.labels)
      return (nil, fault)
    }
    let value = PlainValue(tree.root)
    guard case .hash = value.content else {
      return (
        nil, ChefFault(.malformedJSON(object, message: "the root is no object"), at: tree.root.location)
      )
    }
    return (value, nil)
  }
}
