node default {
  class { 'greeter':
    version => $facts['greeter_version'],
  }
}
