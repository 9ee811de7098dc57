import RubyEvaluation

/// Whether a resource is taken, as far as its conditions tell.
enum Outlook {
  case sure
  case maybe(RubyUnknown)
  case never

  var certainty: ChefFault.Certainty { if case .sure = self { .sure } else { .maybe } }
}

/// Asks the guards of a resource.
struct GuardReader {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// Whether the guards let a resource pass; what one of them raises is noted.
  func outlook(of state: ResourceState) -> Outlook {
    var doubt = doubt(of: state)
    for (guards, wanted) in [(state.state.onlyIf, true), (state.state.notIf, false)] {
      for entry in guards {
        switch answer(entry, state, doubt) {
        case .some(let truth): if truth != wanted { return .never }
        case nil:
          doubt = doubt ?? RubyUnknown("whether a guard lets it pass", at: entry.block?.place ?? state.place)
        }
      }
    }
    return doubt.map { .maybe($0) } ?? .sure
  }

  /// Why it may not be there at all, or end differently.
  private func doubt(of state: ResourceState) -> RubyUnknown? {
    if let doubt = state.state.actionDoubt { return doubt }
    if state.state.certainty == .maybe { return RubyUnknown("whether it is declared", at: state.place) }
    let ignores = state.state["ignore_failure"].map { $0.truth != false } ?? false
    return ignores ? RubyUnknown("what it fails with is ignored", at: state.place) : nil
  }

  /// What a guard says; nil where that is known on the machine only.
  private func answer(_ entry: ResourceState.Guard, _ state: ResourceState, _ doubt: RubyUnknown?) -> Bool? {
    if let fault = GuardInterpreter(compiler).fault(of: entry, state, doubt == nil ? .sure : .maybe) {
      compiler.findings.add(fault)
      return nil
    }
    guard let block = entry.block else {
      if let option = entry.strangeOption, let place = entry.place {
        let message = "option '\(option)' is not a valid option for Mixlib::ShellOut"
        compiler.findings.add(
          ChefFault(
            .raised(className: "Mixlib::ShellOut::InvalidCommandOption", message: message),
            doubt == nil ? .sure : .maybe, at: place.location(of: .option(option)),
            chain: compiler.chain(to: state)))
        return nil
      }
      switch entry.value.flatMap({ compiler.spelling(of: $0) }) {
      case "true": return true
      case "false": return false
      default: return nil
      }
    }
    let rounds = compiler.run.openRounds
    let result = compiler.run.attempt { () throws(Unwinding) in
      try compiler.run.call(block, [], at: nil)
    }
    guard case .failed(let failure) = result else { return result.value?.truth }
    let certainty: ChefFault.Certainty = doubt == nil ? .sure : .maybe
    if let fault = ConvergeFailure(compiler).fault(failure, of: state, certainty, since: rounds) {
      compiler.findings.add(fault)
    }
    return nil
  }
}
