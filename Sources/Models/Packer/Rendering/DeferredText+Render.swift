import GoTemplate
package import Source

extension DeferredText {
  /// The text with its fields filled in; a field that is not given prints `<no value>`, as in Go.
  package func render(fields: [String: Field]) -> Known<RunText> {
    var data = fields.mapValues(Self.value)
    if hasBuildValues {
      for key in RenderScope.commonBuildValues.union(scope.buildValues) where data[key] == nil {
        data[key] = .text(TemplateText([.opaque(.hole(.build(key)))]))
      }
    }
    var renderer = TextRenderer(scope)
    var faults: [EvaluationFault] = []
    return renderer.render(GoTemplate(text), with: .map(Dictionary(data)), noting: &faults).text
  }

  private static func value(_ field: Field) -> GoValue<RunText.Part> {
    switch field {
    case .text(let text): .text(text.templateText)
    case .flag(let flag): .bool(flag)
    case .number(let number): .integer(number)
    case .list(let items): .list(items.map { .text($0.templateText) })
    }
  }
}
