// Going from screen to screen, with the address bar following.
// Here: what Go, AddressChanged and ChangeFilter do, titles, what opening an exercise starts.  Not here: addresses as text
// (route.h), browser history (web).
#pragma once

#include <string>

#include "app/app.h"

namespace loopready::app {

std::string title_of(const App& app);  // "Practice · Loopready"

void start(App& app, const Started& started);
void go(App& app, const Route& route);  // a new history entry, unless the route is already open
void follow_address(App& app, const std::string& hash);
void change_filter(App& app, const Filter& chosen);  // only where there is a filter: on Practice
void refresh_filter(App& app);  // Practice opened before the target level or the exercises were known

// Loads what the open exercise needs and notes that it was opened. Harmless when repeated; called whenever something
// it waits for arrives.
void open_exercise(App& app);
void note_opened(App& app);
// The title once more, when it may have changed under the same address.
void refresh_title(App& app);

}  // namespace loopready::app
