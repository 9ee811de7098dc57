import Diagnostics
import RubyEvaluation
import RubySyntax
import Source

/// `verify :name` of a file that is written, where nothing checks by that name.
struct UnknownVerification {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// Chef's own; a library may bring further ones.
  private static let names = ["json", "systemd_unit", "yaml"]

  /// The fault of a resource that surely writes its file; nil where each of its checks is there.
  func fault(of state: ResourceState) -> ChefFault? {
    guard compiler.unreadLibraries.isEmpty, AbsentCookbooks(compiler) == nil,
      let call = state.state.calls.first(where: isUnknown), let name = call.arguments.first,
      let word = compiler.spelling(of: name), !mayBeOfLibrary,
      let location = call.place?.location(of: .argument(0)) ?? state.location(of: .head)
    else { return nil }
    return ChefFault(
      .raised(
        className: "Chef::Exceptions::VerificationNotFound",
        message: "No file verification for \(word) found."),
      at: location,
      help: Suggestion.nearest(to: word, among: Self.names).map { "did you mean `:\($0)`?" }
        ?? "write the command, `'nginx -t -c %{path}'`, or `:json`, `:yaml` or `:systemd_unit`",
      chain: compiler.chain(to: state))
  }

  private func isUnknown(_ call: ResourceState.Said) -> Bool {
    guard call.name == "verify", call.certainty == .sure, call.block == nil,
      case .symbol(let symbol)? = call.arguments.first?.settled
    else { return false }
    return !Self.names.contains(compiler.run.spelling(of: symbol))
  }

  private var mayBeOfLibrary: Bool {
    compiler.programs.values.contains { $0.tree.text.bytes.mentions("Verification") }
  }
}
