import RubyEvaluation

extension CoreCall {
  /// The same call as if it were given nothing.
  var withoutArguments: CoreCall {
    CoreCall(run, receiver, name, [], hasKeywords: false, block: nil, at: place)
  }
}
