package import Host

extension PackerTemplate {
  /// Renders the template with what the command line gives; never fails, whatever is wrong with it.
  package func evaluate(inputs: TemplateInputs, files: some FileTree, catalog: ComponentCatalog) -> Evaluation
  {
    var evaluator = TemplateEvaluator(self, inputs: inputs, files: files, catalog: catalog)
    return evaluator.evaluation()
  }
}
