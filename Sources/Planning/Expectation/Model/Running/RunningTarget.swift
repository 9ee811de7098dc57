package import Observation

/// What a check looks at in a running container.
package enum RunningTarget: Sendable, Hashable {
  /// The container itself: that it starts, and is ready in time.
  case start
  case port(PortName)
  /// Processes by the name that the kernel has of them.
  case process(String)
  case page(PageRequest)
  case name(NameQuestion)
  case address(AddressQuestion)
  case mount(String)
  case interface(String)
  case parameter(String)
  case logs
  case mainProcess

  /// What is to be asked of the network for it.
  package var question: NetworkQuestion? {
    switch self {
    case .page(let request): .page(request)
    case .name(let question): .name(question)
    case .address(let question): .address(question)
    default: nil
    }
  }

  /// What is to be read for it beside the usual facts.
  package var facts: FactsRequest {
    var facts = FactsRequest()
    if case .parameter(let name) = self { facts.parameters = [name] }
    if case .mount(let path) = self { facts.mountPoints = [path] }
    return facts
  }
}
