// The Flight desk: an experiment read day by day, decided on, and laid open.
// Here: the screen.  Not here: its tabs (flight_views.h), what follows a decision (flight_debrief_view.cpp), what a flight is (app/flight.h).
#pragma once

#include "app/app.h"
#include "app/flight.h"
#include "ui/screens/lab_parts.h"

namespace loopready::screens {

void draw_flight(const app::App& app, LabLook& look, app::Commands& commands);

// The tabs of the readout.
void draw_flight_views(const model::FlightBrief& brief, const model::FlightReadout& readout, LabLook& look);

// The debrief of one flight, and the record over all; each draws nothing when there is none.
void draw_flight_debrief(const app::App& app, LabLook& look);
void draw_flight_record(const app::App& app, LabLook& look);

// Whether the heading that follows takes the focus, since the flight was `before` ("undecided", "decided") when it was last drawn and
// the button that changed it is gone.
bool takes_focus(LabLook& look, const char* before);

std::string signed_share(double share);               // "+3.2 %"
std::string interval_words(const model::FlightEstimate& estimate);  // "-1.2 % to +7.1 %"
std::string p_value_words(double p);                        // "0.031", "< 0.0001"
std::string whole_usd(double usd);                    // "-$12,300"
const char* call_words(model::FlightCall call);       // "Roll back"

}  // namespace loopready::screens
