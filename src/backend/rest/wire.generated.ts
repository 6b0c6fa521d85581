/**
 * Generated from the contract by `tsx scripts/openapi.ts`. Do not edit.
 *
 * Types alone: nothing of this file is left in a build.
 */
export interface paths {
  '/access-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who read or wrote what of the person acted for, and on whose behalf; newest first. */
    get: operations['listAccessLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Appointments by time; requests without a time are among the coming ones. */
    get: operations['listAppointments'];
    put?: never;
    /** Books a free slot, or asks for an appointment. */
    post: operations['requestAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One appointment. */
    get: operations['getAppointment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointments/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks to cancel; the service accepts or declines. */
    post: operations['cancelAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointments/{id}/reschedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves to a free slot, or asks for another time. */
    post: operations['rescheduleAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Uploads a file to send later. Its type is found from its content.
     * @description For the person acted for. A file that goes with no message expires after 24 hours.
     */
    post: operations['uploadAttachment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bytes of a file, always as a download. Stands in the access log. */
    get: operations['getAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The services that the person acted for receives, by name.
     * @description No scope is needed: `write` and the others say `scope-missing` where one is lacking.
     */
    get: operations['listContacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/contacts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of these services. */
    get: operations['getContact'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hints for this user, also about those acted for. One stream per browser and origin. */
    get: operations['watchEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sends the browser to the identity provider (OpenID Connect, code with PKCE). */
    get: operations['login'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the identity provider sends the browser back to. Sets the cookie of the session, a resident’s or that of staff. */
    get: operations['loginCallback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/municipalities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Finds municipalities by name or number; all of them without `q`.
     * @description Case and accents do not matter: `heroy` finds both Herøy. Best match first.
     */
    get: operations['listMunicipalities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/municipalities/{number}/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public contact information of a municipality. 404 for a number that does not exist. */
    get: operations['listMunicipalityContacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notification-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The reader's own addresses, and the rules for the person acted for. */
    get: operations['getNotificationSettings'];
    /** Changes rules and language, and removes an address. */
    put: operations['saveNotificationSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notification-settings/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a code to a new number or address. Limited per target. */
    post: operations['startVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notification-settings/verifications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirms a number or address with its code. */
    post: operations['completeVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document. */
    get: operations['getDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Given and received powers, ended ones too. */
    get: operations['listProxies'];
    put?: never;
    /**
     * Gives a power of attorney, or one in place of another. Five attempts a day.
     * @description An unknown number, a wrong name and a protected address give the same `person-unknown` in the same time; errors about age come only after a match.
     */
    post: operations['grantProxy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/proxies/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a power of attorney at once; either side may. */
    post: operations['endProxy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is here, for whom, and how far in. 200 for anonymous too; extends nothing. */
    get: operations['getSession'];
    put?: never;
    post?: never;
    /** Logs out and replaces the draft key. Also when nobody is logged in; staff too. */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Extends the session by the idle limit. At most once a minute while the person is active.
     * @description Only this and requests that change something extend a session; no GET does.
     */
    post: operations['extendSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts the terms that were shown. Access begins at `activeFrom`.
     * @description Another version than the current one gives 422 `invalid` at `/version`.
     */
    post: operations['acceptTerms'];
    /** Withdraws consent. Also when nothing was accepted. */
    delete: operations['withdrawTerms'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/slots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Free times of a service. */
    get: operations['listSlots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Appointments of the services this person works in, by time; requests without a time come first. */
    get: operations['listStaffAppointments'];
    put?: never;
    /** Books for a resident who receives the service. Stands in the resident's access log. */
    post: operations['bookAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One appointment. Stands in the resident's access log. */
    get: operations['getStaffAppointment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments/{id}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Calls off a booked appointment that is not over, and says why. Stands in the resident's access log. */
    post: operations['callOffAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments/{id}/completion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Registers that it has taken place, on its day at the earliest. Stands in the resident's access log. */
    post: operations['completeVisit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accepts or declines what the resident has asked for. Stands in the resident's access log. */
    post: operations['decideAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments/{id}/no-show': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Registers that the resident was not there, when it has begun. Stands in the resident's access log. */
    post: operations['registerNoShow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/appointments/{id}/time': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a booked appointment that is not over another time. Stands in the resident's access log. */
    post: operations['setAppointmentTime'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bytes of a file, always as a download. Stands in the resident's access log. */
    get: operations['getStaffAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hints about the services this person works in; `partyId` is null. */
    get: operations['watchStaffEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is here, and which services this person works in. */
    get: operations['getStaffSession'];
    put?: never;
    post?: never;
    /** Logs out. */
    delete: operations['endStaffSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/session/extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Extends the session by the idle limit. */
    post: operations['extendStaffSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/slots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Free times of a service that this person works in. */
    get: operations['listStaffSlots'];
    put?: never;
    /** Offers a time with oneself, of a kind for which the service gives free times. */
    post: operations['offerSlot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/slots/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraws a free time; one that is taken is kept. */
    delete: operations['withdrawSlot'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/threads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Conversations with the services this person works in, that with the newest message first. */
    get: operations['listStaffThreads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/threads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One conversation. Stands in the resident's access log. */
    get: operations['getStaffThread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/threads/{id}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Uploads a file to send in an answer to this resident. Its type is found from its content.
     * @description A file that goes with no message expires after 24 hours.
     */
    post: operations['uploadStaffAttachment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/threads/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages of a conversation, newest first, and who has read how far. Stands in the resident's access log. */
    get: operations['listStaffMessages'];
    put?: never;
    /** Answers the resident. */
    post: operations['sendStaffAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/threads/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Marks a conversation read up to a message, for this reader alone. Never moves back. */
    put: operations['markStaffRead'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff/threads/{id}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Closes a conversation, opens it again, or takes only answers. Stands in the resident's access log. */
    put: operations['changeThreadState'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/threads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Conversations, that with the newest message first. */
    get: operations['listThreads'];
    put?: never;
    /**
     * Writes a first message to a service.
     * @description A service that the person does not receive: 404. A service that cannot be written to: 409 `not-allowed`, whose reason stands in `Contact.write`.
     */
    post: operations['createThread'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/threads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One conversation. */
    get: operations['getThread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/threads/{id}/folder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Moves a conversation for this reader; a new message brings it back to the inbox. */
    put: operations['moveThread'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/threads/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages of a conversation, newest first. Stands in the access log. */
    get: operations['listMessages'];
    put?: never;
    /**
     * Replies.
     * @description A closed conversation: 409 `thread-closed`. Where `Thread.reply` is refused for another reason: 409 `not-allowed`.
     */
    post: operations['sendMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/threads/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Marks a conversation read up to a message, for this reader alone. Never moves back. */
    put: operations['markRead'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/threads/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finds conversations by what is written in them. The words are neither stored nor logged.
     * @description All words must stand in the conversation, in any of their forms; of the last one its beginning is enough.
     */
    post: operations['searchThreads'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description `terms`: logged in, but the terms are not accepted. `pending`: accepted, active from `activeFrom`.
     * @enum {string}
     */
    Access: 'anonymous' | 'terms' | 'pending' | 'active';
    AccessLog: {
      items: components['schemas']['AccessLogEntry'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    AccessLogEntry: {
      at: components['schemas']['Instant'];
      onBehalfOf: string | null;
      role: string | null;
      /** @description In words, in the language asked for. */
      what: string;
      who: string;
    };
    /** @description The answer to a "may I": whether, until when, and why not. */
    Action: {
      allowed: boolean;
      reason: components['schemas']['ActionReason'] | null;
      /** @description The municipality's own words, in the language asked for. */
      text: string | null;
      /** @description Until when it may be done, or from when (with `not-open-yet`). */
      until: components['schemas']['Instant'] | null;
    };
    /** @enum {string} */
    ActionReason:
      | 'not-offered'
      | 'not-open-yet'
      | 'too-late'
      | 'closed'
      | 'reply-only'
      | 'already-requested'
      | 'scope-missing'
      | 'unauthenticated';
    Appointment: {
      cancel: components['schemas']['Action'];
      /** @description Whether a message may go with a cancellation. */
      cancelMessage: boolean;
      completedAt: components['schemas']['Instant'] | null;
      contact: components['schemas']['ContactRef'];
      decision: {
        at: components['schemas']['Instant'];
        /** @enum {string} */
        outcome: 'accepted' | 'declined';
        reason: string | null;
      } | null;
      end: components['schemas']['Instant'] | null;
      id: components['schemas']['Id'];
      kind: components['schemas']['AppointmentKind'];
      place: components['schemas']['Place'];
      practitioner: components['schemas']['Practitioner'] | null;
      preferred: components['schemas']['Period'][];
      preparation: string | null;
      reschedule: components['schemas']['Action'];
      start: components['schemas']['Instant'] | null;
      status: components['schemas']['AppointmentStatus'];
      title: string;
      /** @description The `ETag` of this answer. Goes back as `If-Match` with a change. */
      version: string;
      /** @description `start` to `end` is when the visit begins, not how long it lasts. */
      window: boolean;
      wishes: string | null;
    };
    AppointmentCancellation: {
      /** @description What the resident is told. 1 to 1000 code points. */
      reason: string;
    };
    /** @description To decline takes a reason. To accept a request for an appointment or for another time takes a `slotId`, or `start` and `end`. */
    AppointmentDecision: {
      end?: components['schemas']['Instant'];
      /** @enum {string} */
      outcome: 'accepted' | 'declined';
      /** @description What the resident is told. 1 to 1000 code points. */
      reason?: string;
      slotId?: components['schemas']['Id'];
      start?: components['schemas']['Instant'];
      /** @description `start` to `end` is when the visit begins. Left out: how long it lasts. */
      window?: boolean;
    };
    /** @enum {string} */
    AppointmentKind: 'home-visit' | 'consultation' | 'video' | 'phone' | 'vaccination' | 'group';
    AppointmentList: {
      items: components['schemas']['Appointment'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    /** @description A `slotId` books at once; without one `wishes` are required. */
    AppointmentRequest: {
      contactId: components['schemas']['Id'];
      kind: components['schemas']['AppointmentKind'];
      preferred?: components['schemas']['Period'][];
      slotId?: components['schemas']['Id'];
      /** @description When and how, in free words. 1 to 1000 code points. */
      wishes?: string;
    };
    /** @enum {string} */
    AppointmentStatus:
      | 'requested'
      | 'booked'
      | 'cancel-requested'
      | 'reschedule-requested'
      | 'cancelled'
      | 'declined'
      | 'completed'
      | 'no-show';
    /** @description A `slotId`, or `start` and `end`. */
    AppointmentTime: {
      end?: components['schemas']['Instant'];
      slotId?: components['schemas']['Id'];
      start?: components['schemas']['Instant'];
      /** @description `start` to `end` is when the visit begins. Left out: how long it lasts. */
      window?: boolean;
    };
    Attachment: {
      id: components['schemas']['Id'];
      mediaType: string;
      name: string;
      /** @description Bytes. */
      size: number;
    };
    Cancellation: {
      /** @description A message to the service. 1 to 1000 code points. */
      message?: string;
      reasonId: components['schemas']['Id'];
    };
    ClosedDay: {
      date: components['schemas']['OsloDate'];
      label: string | null;
    };
    /** @description A service that one can reach. */
    Contact: {
      address: components['schemas']['PostalAddress'] | null;
      appointments: components['schemas']['Action'];
      cancelReasons: components['schemas']['Labelled'][];
      closedDays: components['schemas']['ClosedDay'][];
      district: {
        name: string;
        number: string;
      } | null;
      email: string | null;
      id: components['schemas']['Id'];
      municipality: components['schemas']['MunicipalityRef'];
      name: string;
      /** @description The municipality's own words, plain text. */
      notice: string | null;
      /** @description Public holidays are closed days as well. */
      openingHours: components['schemas']['OpeningHours'][];
      /** @description When what is not open yet opens, if known. */
      opensOn: components['schemas']['OsloDate'] | null;
      people: components['schemas']['Practitioner'][];
      phones: components['schemas']['Phone'][];
      replyWithinWorkingDays: number | null;
      requests: components['schemas']['RequestKind'][];
      service: components['schemas']['ServiceType'];
      topics: components['schemas']['Labelled'][];
      /** @description Unread messages of this reader. */
      unread: number;
      url: string | null;
      visitNotices: components['schemas']['Action'];
      write: components['schemas']['Action'];
    };
    ContactList: {
      items: components['schemas']['Contact'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    ContactRef: {
      id: components['schemas']['Id'];
      name: string;
      phones: components['schemas']['Phone'][];
      service: components['schemas']['ServiceType'];
    };
    /** @description Unread messages in all conversations of this reader, not on this page alone. */
    Counts: {
      unread: number;
    };
    /**
     * @description `out` goes from the resident's side to the service.
     * @enum {string}
     */
    Direction: 'in' | 'out';
    FieldError: {
      /**
       * @example too-long
       * @enum {string}
       */
      code: 'required' | 'too-short' | 'too-long' | 'too-few' | 'too-many' | 'invalid';
      /**
       * @description A JSON pointer into the body, or `/` and the name of a parameter or header. Never a value.
       * @example /body
       */
      pointer: string;
    };
    Film: {
      /** @description Whose site it is, named before anything is asked of it. */
      provider: string;
      title: string;
      /** Format: uri */
      url: string;
    };
    /** @enum {string} */
    Folder: 'inbox' | 'archive';
    FolderChange: {
      folder: components['schemas']['Folder'];
    };
    Help: {
      label: string | null;
      phone: string | null;
      url: string | null;
    };
    /** @description One `data:` line of the stream: says that something changed, never what. Not resumable: after each (re)connect the client asks again for what it shows. */
    Hint: {
      id: components['schemas']['Id'] | null;
      partyId: components['schemas']['Id'] | null;
      /** @enum {string} */
      type: 'message' | 'appointment' | 'proxy' | 'settings' | 'session';
    };
    /** @description Opaque. Ids of different kinds are not comparable. */
    Id: string;
    /**
     * Format: date-time
     * @description A point in time, RFC 3339 with offset.
     * @example 2026-11-24T09:00:00+01:00
     */
    Instant: string;
    Labelled: {
      id: components['schemas']['Id'];
      label: string;
    };
    /**
     * @description The language of the words in the answer; `nb` when left out.
     * @enum {string}
     */
    Language: 'nb' | 'nn' | 'en' | 'se';
    LastMessage: {
      direction: components['schemas']['Direction'];
      /** @description The beginning of the body, on one line. */
      excerpt: string;
      id: components['schemas']['Id'];
      sentAt: components['schemas']['Instant'];
    };
    /** @description What a message may hold. */
    Limits: {
      /** @description Files to a message. */
      attachments: number;
      /** @description Bytes to a file. */
      attachmentSize: number;
      mediaTypes: string[];
      /** @description Unicode code points. */
      messageLength: number;
      /** @description Unicode code points. */
      subjectLength: number;
    };
    LogoutAnswer: {
      /** @description Where the page goes next, if anywhere. */
      logoutUrl: string | null;
    };
    Message: {
      attachments: components['schemas']['Attachment'][];
      author: {
        name: string;
        onBehalfOf: string | null;
        role: string | null;
        /** @description Whether the reader wrote it. */
        self: boolean;
      };
      /** @description Plain text, never markup. */
      body: string;
      direction: components['schemas']['Direction'];
      id: components['schemas']['Id'];
      sentAt: components['schemas']['Instant'];
      threadId: components['schemas']['Id'];
    };
    MessageList: {
      items: components['schemas']['Message'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    Municipality: components['schemas']['MunicipalityRef'] & {
      county: string;
      services: components['schemas']['MunicipalityService'][];
    };
    MunicipalityList: {
      items: components['schemas']['Municipality'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    MunicipalityRef: {
      name: string;
      /**
       * @description Four digits, the leading zero kept.
       * @example 0301
       */
      number: string;
    };
    MunicipalityService: {
      capabilities: ('write' | 'appointments' | 'visit-notices')[];
      /** @description When what is not open yet opens, if known. */
      opensOn: components['schemas']['OsloDate'] | null;
      service: components['schemas']['ServiceType'];
    };
    NewAppointment: {
      contactId: components['schemas']['Id'];
      end?: components['schemas']['Instant'];
      kind: components['schemas']['AppointmentKind'];
      /** @description What the resident is to do before. 1 to 1000 code points. */
      preparation?: string;
      residentId: components['schemas']['Id'];
      slotId?: components['schemas']['Id'];
      start?: components['schemas']['Instant'];
      /** @description Left out: the name of the kind. 1 to 100 code points. */
      title?: string;
      /** @description `start` to `end` is when the visit begins. Left out: how long it lasts. */
      window?: boolean;
    };
    NewMessage: {
      /** @description Files uploaded before, at most 5 (`too-many-attachments`). */
      attachmentIds: components['schemas']['Id'][];
      /** @description Plain text. 1 to 10000 code points. */
      body: string;
    };
    NewSlot: {
      contactId: components['schemas']['Id'];
      end: components['schemas']['Instant'];
      kind: components['schemas']['AppointmentKind'];
      /** @description Left out: the service's address. 1 to 100 code points. */
      place?: string;
      start: components['schemas']['Instant'];
    };
    NewThread: {
      /** @description Files uploaded before, at most 5 (`too-many-attachments`). */
      attachmentIds: components['schemas']['Id'][];
      /** @description Plain text. 1 to 10000 code points. */
      body: string;
      contactId: components['schemas']['Id'];
      /** @description One line. 1 to 100 code points. */
      subject: string;
      topicId?: components['schemas']['Id'] | null;
    };
    /** @enum {string} */
    NoticeChannel: 'sms' | 'email';
    /** @enum {string} */
    NoticeEvent: 'message' | 'appointment' | 'visit-completed';
    NoticeRule: {
      channels: components['schemas']['NoticeChannel'][];
      event: components['schemas']['NoticeEvent'];
      /** @description What is sent, in the language of the settings; of an e-mail the subject, an empty line, the text. */
      preview: {
        email: string;
        sms: string;
      };
      /** @description Always gives a notice; only the channel can be chosen. */
      required: boolean;
    };
    NoticeTarget: {
      value: string;
      verified: boolean;
    };
    NotificationSettings: {
      email: components['schemas']['NoticeTarget'] | null;
      language: components['schemas']['Language'] & unknown;
      /** @description Set where the addresses are kept elsewhere and are read-only here. */
      managedAt: {
        label: string;
        /** Format: uri */
        url: string;
      } | null;
      mobile: components['schemas']['NoticeTarget'] | null;
      rules: components['schemas']['NoticeRule'][];
      /** @description The `ETag` of this answer. Goes back as `If-Match` with a change. */
      version: string;
    };
    /** @description A new address comes only through a verification. */
    NotificationSettingsChange: {
      /** @description Null removes it. */
      email?: null;
      language: components['schemas']['Language'] & unknown;
      /** @description Null removes it. */
      mobile?: null;
      rules: {
        channels: components['schemas']['NoticeChannel'][];
        event: components['schemas']['NoticeEvent'];
      }[];
    };
    /** @description `closes` before `opens` is after midnight. */
    OpeningHours: {
      closes: components['schemas']['TimeOfDay'];
      days: components['schemas']['Weekday'][];
      opens: components['schemas']['TimeOfDay'];
    };
    /**
     * Format: date
     * @description A day in Europe/Oslo.
     * @example 2026-11-24
     */
    OsloDate: string;
    /** @description Somebody the person may be or act for. */
    Party: {
      id: components['schemas']['Id'];
      name: string;
      /** @enum {string} */
      relation: 'self' | 'proxy' | 'child';
      scopes: components['schemas']['Scope'][];
    };
    Period: {
      from: components['schemas']['Instant'];
      to: components['schemas']['Instant'];
    };
    Phone: {
      label: string | null;
      /** @description As it is dialled. */
      number: string;
    };
    Place: {
      text: string | null;
      /** @enum {string} */
      type: 'home' | 'clinic' | 'video' | 'phone';
      url: string | null;
    };
    PostalAddress: {
      city: string;
      lines: string[];
      postalCode: string;
    };
    Practitioner: {
      name: string | null;
      role: string;
    };
    /** @description RFC 9457 problem details. */
    Problem: {
      /** @enum {string} */
      code:
        | 'unauthenticated'
        | 'terms-required'
        | 'pending'
        | 'forbidden'
        | 'scope-missing'
        | 'origin-refused'
        | 'not-found'
        | 'slot-taken'
        | 'too-late'
        | 'thread-closed'
        | 'not-allowed'
        | 'stale'
        | 'too-large'
        | 'invalid'
        | 'idempotency-mismatch'
        | 'proxy-too-young'
        | 'grantor-too-young'
        | 'proxy-self'
        | 'person-unknown'
        | 'media-type'
        | 'attachment-rejected'
        | 'too-many-attachments'
        | 'code-wrong'
        | 'code-expired'
        | 'precondition-required'
        | 'rate-limited'
        | 'too-many-attempts'
        | 'malformed'
        | 'internal'
        | 'not-implemented'
        | 'unavailable';
      /** @description With `invalid`: what is wrong where. */
      errors?: components['schemas']['FieldError'][];
      /** @description With `too-large`: how many bytes fit. */
      limit?: number;
      status: number;
      /** @description English, for developers. Never a value that was sent. */
      title: string;
      /** @description Always `about:blank`: `code` tells problems apart. */
      type: string;
    };
    Proxy: {
      /** @enum {string} */
      direction: 'given' | 'received';
      end: components['schemas']['Action'];
      endedAt: components['schemas']['Instant'] | null;
      id: components['schemas']['Id'];
      partyId: components['schemas']['Id'] | null;
      person: {
        birthYear: number | null;
        name: string;
      };
      scopes: components['schemas']['Scope'][];
      /** @enum {string} */
      status: 'active' | 'expired' | 'ended';
      validFrom: components['schemas']['OsloDate'];
      validTo: components['schemas']['OsloDate'] | null;
    };
    ProxyGrant:
      | {
          person: {
            /** @description As it is registered. 1 to 100 code points. */
            familyName: string;
            /** @description Eleven digits with right check digits; D-numbers too. Looked at once, never kept. */
            nationalId: string;
          };
          scopes: components['schemas']['Scope'][];
          /** @description The last day; null is until further notice. */
          validTo: components['schemas']['OsloDate'] | null;
        }
      | {
          replaces: components['schemas']['Id'] & unknown;
          scopes: components['schemas']['Scope'][];
          /** @description The last day; null is until further notice. */
          validTo: components['schemas']['OsloDate'] | null;
        };
    ProxyList: {
      items: components['schemas']['Proxy'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    /** @description The newest message that was read. */
    ReadMark: {
      messageId: components['schemas']['Id'];
    };
    Receipt: {
      at: components['schemas']['Instant'] & unknown;
      onBehalfOf: string | null;
      sentAt: components['schemas']['Instant'] & unknown;
      who: string;
    };
    RequestKind: {
      kind: components['schemas']['AppointmentKind'];
      label: string;
      /** @description Whether there are free slots, or only wishes to write. */
      slots: boolean;
    };
    /** @description A slot moves it at once; wishes keep the old time until the service has decided. */
    Rescheduling:
      | {
          slotId: components['schemas']['Id'];
        }
      | {
          preferred: components['schemas']['Period'][];
          /** @description When and how, in free words. 1 to 1000 code points. */
          wishes: string;
        };
    Resident: {
      birthDate: components['schemas']['OsloDate'] & unknown;
      id: components['schemas']['Id'];
      name: string;
    };
    /**
     * @description What a power of attorney, or being a parent, gives access to.
     * @enum {string}
     */
    Scope: 'messages' | 'appointments' | 'notifications';
    /** @enum {string} */
    ServiceType:
      | 'home-care'
      | 'practical-help'
      | 'physiotherapy'
      | 'personal-assistance'
      | 'mental-health'
      | 'occupational-therapy'
      | 'health-centre'
      | 'vaccination'
      | 'emergency-clinic'
      | 'other';
    Session: {
      access: components['schemas']['Access'];
      /** @description Echoes `HN-Acting-For`; null is oneself. */
      actingFor: components['schemas']['Party'] | null;
      activeFrom: components['schemas']['Instant'] | null;
      /**
       * Format: byte
       * @description Base64, 32 bytes. The same again after a new log-in within 24 hours, replaced at log-out.
       */
      draftKey: string | null;
      expiresAt: components['schemas']['Instant'] | null;
      film: components['schemas']['Film'] | null;
      /** @description Whether the person acted for receives any service. */
      hasServices: boolean;
      help: components['schemas']['Help'];
      limits: components['schemas']['Limits'];
      /** @description Takes `return_to`: the page's address without query and hash, on an allowed origin. */
      loginUrl: string | null;
      /** @description Of the person acted for. */
      municipality: components['schemas']['MunicipalityRef'] | null;
      /** @description Oneself first. */
      parties: components['schemas']['Party'][];
      terms: components['schemas']['Terms'] | null;
      user: components['schemas']['Party'] | null;
    };
    Slot: {
      end: components['schemas']['Instant'];
      id: components['schemas']['Id'];
      place: components['schemas']['Place'];
      practitioner: components['schemas']['Practitioner'] | null;
      start: components['schemas']['Instant'];
    };
    SlotList: {
      items: components['schemas']['Slot'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    StaffAnswer: {
      /** @description Files uploaded before, at most 5 (`too-many-attachments`). */
      attachmentIds?: components['schemas']['Id'][];
      /** @description Plain text. 1 to 10000 code points. */
      body: string;
    };
    StaffAppointment: {
      /** @description Why the resident wants to cancel. */
      cancelReason: components['schemas']['Labelled'] | null;
      completedAt: components['schemas']['Instant'] | null;
      contact: components['schemas']['ContactRef'];
      decision: {
        at: components['schemas']['Instant'];
        /** @enum {string} */
        outcome: 'accepted' | 'declined';
        reason: string | null;
      } | null;
      end: components['schemas']['Instant'] | null;
      id: components['schemas']['Id'];
      kind: components['schemas']['AppointmentKind'];
      /** @description What the resident wrote with the cancellation. */
      message: string | null;
      place: components['schemas']['Place'];
      practitioner: components['schemas']['Practitioner'] | null;
      preferred: components['schemas']['Period'][];
      preparation: string | null;
      resident: components['schemas']['Resident'];
      start: components['schemas']['Instant'] | null;
      status: components['schemas']['AppointmentStatus'];
      title: string;
      /** @description The `ETag` of this answer. Goes back as `If-Match` with a change. */
      version: string;
      /** @description `start` to `end` is when the visit begins, not how long it lasts. */
      window: boolean;
      wishes: string | null;
    };
    StaffAppointmentList: {
      items: components['schemas']['StaffAppointment'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    StaffContact: components['schemas']['ContactRef'] & {
      district: {
        name: string;
        number: string;
      } | null;
      municipality: components['schemas']['MunicipalityRef'];
      /** @description What residents can ask for. */
      requests: components['schemas']['RequestKind'][];
      /** @description Messages to this service that the reader has not seen. */
      unread: number;
    };
    StaffLastMessage: components['schemas']['LastMessage'] & {
      /** @description How many files came with it. */
      attachments: number;
      author: string;
    };
    StaffMessageList: components['schemas']['MessageList'] & {
      /** @description Of each reader on the resident’s side who has read something; the latest first. */
      receipts: components['schemas']['Receipt'][];
    };
    StaffSession: {
      /** @description Files to an answer. */
      attachments: number;
      /** @description Bytes of a file. */
      attachmentSize: number;
      /** @description The services this person works in. */
      contacts: components['schemas']['StaffContact'][];
      expiresAt: components['schemas']['Instant'] | null;
      mediaTypes: string[];
      /** @description Unicode code points to an answer. */
      messageLength: number;
      user: {
        id: components['schemas']['Id'];
        name: string;
        role: string;
      };
    };
    StaffSlot: components['schemas']['Slot'] & {
      contactId: components['schemas']['Id'];
      kind: components['schemas']['AppointmentKind'];
    };
    StaffSlotList: {
      items: components['schemas']['StaffSlot'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    StaffThread: {
      contact: components['schemas']['ContactRef'];
      id: components['schemas']['Id'];
      lastMessage: components['schemas']['StaffLastMessage'];
      /** @description By when the resident was told to expect an answer; null when answered. */
      replyBy: components['schemas']['OsloDate'] | null;
      resident: components['schemas']['Resident'];
      state: components['schemas']['ThreadState'];
      subject: string;
      topic: components['schemas']['Labelled'] | null;
      /** @description Messages that this reader has not seen. */
      unread: number;
    };
    StaffThreadList: components['schemas']['StaffThreadPage'] & {
      counts: components['schemas']['Counts'];
    };
    StaffThreadPage: {
      items: components['schemas']['StaffThread'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    StateChange: {
      state: components['schemas']['ThreadState'];
    };
    Terms: {
      acceptedAt: components['schemas']['Instant'] | null;
      /** @description Short points in the language asked for. */
      points: string[];
      /** Format: uri */
      url: string;
      version: string;
    };
    TermsAcceptance: {
      /** @description `Terms.version` that was shown. */
      version: string;
    };
    Thread: {
      /** @description Null for receipts from the service itself. */
      contact: components['schemas']['ContactRef'] | null;
      folder: components['schemas']['Folder'];
      id: components['schemas']['Id'];
      lastMessage: components['schemas']['LastMessage'];
      reply: components['schemas']['Action'];
      /** @description By when an answer may be expected. */
      replyBy: components['schemas']['OsloDate'] | null;
      subject: string;
      topic: components['schemas']['Labelled'] | null;
      /** @description Unread messages of this reader. */
      unread: number;
    };
    ThreadList: components['schemas']['ThreadPage'] & {
      counts: components['schemas']['Counts'];
    };
    ThreadPage: {
      items: components['schemas']['Thread'][];
      /** @description Asks for the page after this one, as `cursor`. */
      next: string | null;
    };
    ThreadSearch: {
      contactId?: components['schemas']['Id'];
      cursor?: string;
      folder?: components['schemas']['Folder'];
      /** @description What to look for. 1 to 100 code points. */
      q: string;
    };
    /**
     * @description `reply-only`: the resident may answer what the service wrote, not write again before it does. `closed`: nobody writes until it is opened again.
     * @enum {string}
     */
    ThreadState: 'open' | 'reply-only' | 'closed';
    /**
     * @description A time of day on an Oslo clock, `00:00` to `24:00`.
     * @example 08:00
     */
    TimeOfDay: string;
    Upload: {
      /**
       * Format: binary
       * @description At most 10485760 bytes.
       */
      file: string;
    };
    VerificationCode: {
      code: string;
    };
    VerificationRequest: {
      channel: components['schemas']['NoticeChannel'];
      /** @description The number or address. 1 to 254 code points. */
      to: string;
    };
    VerificationStarted: {
      expiresAt: components['schemas']['Instant'];
      id: components['schemas']['Id'];
    };
    VisitCompletion: {
      at?: components['schemas']['Instant'] & unknown;
    };
    /** @enum {string} */
    Weekday: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
  };
  responses: never;
  parameters: {
    /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
    ActingFor: components['schemas']['Id'];
    /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
    IdempotencyKey: string;
    /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
    IfMatch: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAccessLog: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
        /** @description Opaque. Ids of different kinds are not comparable. */
        threadId?: components['schemas']['Id'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Entries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessLog'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAppointments: {
    parameters: {
      query?: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        contactId?: components['schemas']['Id'];
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description A point in time, RFC 3339 with offset. */
        from?: components['schemas']['Instant'];
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
        order?: 'asc' | 'desc';
        status?: components['schemas']['AppointmentStatus'];
        /** @description A point in time, RFC 3339 with offset. */
        to?: components['schemas']['Instant'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Appointments. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AppointmentList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointmentRequest'];
      };
    };
    responses: {
      /** @description The new appointment. */
      201: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. `slot-taken`: Somebody else took this time. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The appointment. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Cancellation'];
      };
    };
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. `too-late`: The deadline has passed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rescheduleAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Rescheduling'];
      };
    };
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. `slot-taken`: Somebody else took this time. `too-late`: The deadline has passed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['Upload'];
      };
    };
    responses: {
      /** @description The file. */
      201: {
        headers: {
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attachment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `attachment-rejected`: A file is unknown, used already, expired, or not what it claims to be. `invalid`: Something in the request is missing or not as it should be; see errors. `media-type`: Files of this type are not taken. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAttachment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, with `Content-Disposition: attachment` and `nosniff`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listContacts: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Services, each with what may be done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getContact: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The service. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contact'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchEvents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Server-sent events; each `data:` line is a `Hint`, comments keep the connection alive. It ends with the session. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  login: {
    parameters: {
      query: {
        /** @description The address to come back to, without query and hash. Another origin than those allowed: 403 `origin-refused`. */
        return_to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The provider's log-in page. */
      302: {
        headers: {
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  loginCallback: {
    parameters: {
      query: {
        code?: string;
        error?: string;
        error_description?: string;
        iss?: string;
        state: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Back to `return_to`, logged in or, when the person gave up, not. */
      302: {
        headers: {
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMunicipalities: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
        /** @description Part of a name, or a number. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Municipalities with what each offers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MunicipalityList'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMunicipalityContacts: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Four digits. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its services; every `write` and the like says what is offered to who logs in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactList'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getNotificationSettings: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings, with their version. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationSettings'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  saveNotificationSettings: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NotificationSettingsChange'];
      };
    };
    responses: {
      /** @description The settings, with their version. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationSettings'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startVerification: {
    parameters: {
      query?: never;
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerificationRequest'];
      };
    };
    responses: {
      /** @description The code is on its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationStarted'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. `too-many-attempts`: There were too many attempts; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  completeVerification: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerificationCode'];
      };
    };
    responses: {
      /** @description The settings, with their version. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotificationSettings'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `code-expired`: The code has expired. `code-wrong`: The code is not right. `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. `too-many-attempts`: There were too many attempts; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OpenAPI 3.1. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listProxies: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Powers of attorney. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProxyList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  grantProxy: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProxyGrant'];
      };
    };
    responses: {
      /** @description The power of attorney. */
      201: {
        headers: {
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Proxy'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `grantor-too-young`: Who gives a power of attorney must be at least 16. `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. `person-unknown`: No such person was found. `proxy-self`: Nobody can give a power of attorney to themselves. `proxy-too-young`: Who receives a power of attorney must be at least 18. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. `too-many-attempts`: There were too many attempts; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endProxy: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ended power of attorney. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Proxy'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the page goes next. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      /** @description `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendSession: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session with its new `expiresAt`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptTerms: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TermsAcceptance'];
      };
    };
    responses: {
      /** @description The session after it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawTerms: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session after it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSlots: {
    parameters: {
      query: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        contactId: components['schemas']['Id'];
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description A point in time, RFC 3339 with offset. */
        from: components['schemas']['Instant'];
        kind: components['schemas']['AppointmentKind'];
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
        /** @description A point in time, RFC 3339 with offset. */
        to: components['schemas']['Instant'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Free times, earliest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SlotList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStaffAppointments: {
    parameters: {
      query?: {
        /** @description One of these services; another is 404. */
        contactId?: components['schemas']['Id'] & unknown;
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description A point in time, RFC 3339 with offset. */
        from?: components['schemas']['Instant'];
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
        order?: 'asc' | 'desc';
        status?: components['schemas']['AppointmentStatus'];
        /** @description A point in time, RFC 3339 with offset. */
        to?: components['schemas']['Instant'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Appointments. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointmentList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  bookAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAppointment'];
      };
    };
    responses: {
      /** @description The new appointment. */
      201: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `slot-taken`: Somebody else took this time. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStaffAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The appointment. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  callOffAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointmentCancellation'];
      };
    };
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  completeVisit: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VisitCompletion'];
      };
    };
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideAppointment: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointmentDecision'];
      };
    };
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. `slot-taken`: Somebody else took this time. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerNoShow: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setAppointmentTime: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /** @description The `version` that was read, as an entity tag. Missing: 428 `precondition-required`; changed since: 412 `stale`. */
        'If-Match': components['parameters']['IfMatch'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointmentTime'];
      };
    };
    responses: {
      /** @description The appointment after it. */
      200: {
        headers: {
          /** @description The version of what is answered; repeated as `version`. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffAppointment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. `slot-taken`: Somebody else took this time. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `stale`: It was changed since it was read. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-required`: If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStaffAttachment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, with `Content-Disposition: attachment` and `nosniff`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchStaffEvents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Server-sent events; each `data:` line is a `Hint`, comments keep the connection alive. It ends with the session. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStaffSession: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffSession'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endStaffSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the page goes next. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogoutAnswer'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendStaffSession: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session with its new `expiresAt`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffSession'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStaffSlots: {
    parameters: {
      query: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        contactId: components['schemas']['Id'];
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description Left out: now. */
        from?: components['schemas']['Instant'] & unknown;
        kind?: components['schemas']['AppointmentKind'];
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
        /** @description A point in time, RFC 3339 with offset. */
        to?: components['schemas']['Instant'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Free times, earliest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffSlotList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  offerSlot: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSlot'];
      };
    };
    responses: {
      /** @description The slot. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffSlot'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawSlot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `slot-taken`: Somebody else took this time. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStaffThreads: {
    parameters: {
      query?: {
        /** @description One of these services; another is 404. */
        contactId?: components['schemas']['Id'] & unknown;
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Conversations, and how much is unread. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffThreadList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStaffThread: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The conversation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffThread'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadStaffAttachment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['Upload'];
      };
    };
    responses: {
      /** @description The file. */
      201: {
        headers: {
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attachment'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `attachment-rejected`: A file is unknown, used already, expired, or not what it claims to be. `invalid`: Something in the request is missing or not as it should be; see errors. `media-type`: Files of this type are not taken. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStaffMessages: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Messages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffMessageList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendStaffAnswer: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StaffAnswer'];
      };
    };
    responses: {
      /** @description The message. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Message'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `thread-closed`: This conversation takes no more messages. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `attachment-rejected`: A file is unknown, used already, expired, or not what it claims to be. `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. `too-many-attachments`: There are more files than a message may hold. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  markStaffRead: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadMark'];
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeThreadState: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: never;
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StateChange'];
      };
    };
    responses: {
      /** @description The conversation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffThread'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listThreads: {
    parameters: {
      query?: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        contactId?: components['schemas']['Id'];
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        folder?: components['schemas']['Folder'];
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Conversations, and how much is unread. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createThread: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewThread'];
      };
    };
    responses: {
      /** @description The new conversation. */
      201: {
        headers: {
          /** @description Where what was made can be read, or where the browser goes next. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Thread'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `attachment-rejected`: A file is unknown, used already, expired, or not what it claims to be. `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. `too-many-attachments`: There are more files than a message may hold. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getThread: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The conversation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Thread'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  moveThread: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FolderChange'];
      };
    };
    responses: {
      /** @description The conversation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Thread'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMessages: {
    parameters: {
      query?: {
        /** @description `next` of the page before. New rows neither shift nor repeat others. */
        cursor?: string;
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Messages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageList'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendMessage: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
      };
      header: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
        /** @description The same over all attempts at one change. Scope: user, acted-for, route. The same key and body give the first answer again for 7 days; another body gives 422 `idempotency-mismatch`. Missing: 422 `invalid`. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMessage'];
      };
    };
    responses: {
      /** @description The message. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Message'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-allowed`: The service does not allow this now. `thread-closed`: This conversation takes no more messages. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `attachment-rejected`: A file is unknown, used already, expired, or not what it claims to be. `idempotency-mismatch`: This Idempotency-Key was used with another body. `invalid`: Something in the request is missing or not as it should be; see errors. `too-many-attachments`: There are more files than a message may hold. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  markRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path: {
        /** @description Opaque. Ids of different kinds are not comparable. */
        id: components['schemas']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadMark'];
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `not-found`: There is nothing here for this person. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  searchThreads: {
    parameters: {
      query?: {
        /** @description The language of the words in the answer; `nb` when left out. */
        lang?: components['schemas']['Language'];
        /** @description Rows to a page, 1 to 200; 50 when left out. */
        limit?: number;
      };
      header?: {
        /** @description The id of the party acted for; absent means oneself. Checked on every request of a resident who is logged in. */
        'HN-Acting-For'?: components['parameters']['ActingFor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ThreadSearch'];
      };
    };
    responses: {
      /** @description Conversations, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadPage'];
        };
      };
      /** @description `malformed`: The request could not be read. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated`: Nobody is logged in, or the session has ended. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`: This person may not do this. `origin-refused`: A request with a cookie came from a page that is not allowed. `pending`: The terms are accepted, but access has not begun yet. `scope-missing`: The power of attorney does not cover this. `terms-required`: The terms have not been accepted. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `too-large`: The request is larger than allowed. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invalid`: Something in the request is missing or not as it should be; see errors. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited`: There were too many requests; Retry-After says when to come back. */
      429: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal`: Something went wrong in the service. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unavailable`: The service cannot answer now; Retry-After says when to come back. */
      503: {
        headers: {
          /** @description Seconds until it is worth trying again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
